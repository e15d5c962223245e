package io.musubi.web.http;

import java.io.IOException;

/** Answers the requests to one path, or to all below it. */
@FunctionalInterface
public interface Door {
    /**
     * Answers.
     *
     * @throws ProblemException when there is no answer, with the reason
     * @throws IOException when the caller is gone
     */
    void answer(Exchange exchange) throws IOException;
}
