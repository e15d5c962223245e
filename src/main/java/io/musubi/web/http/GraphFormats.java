package io.musubi.web.http;

import io.musubi.rdf.Syntax;
import java.util.Arrays;
import java.util.List;

/** The graph syntaxes as they are negotiated; Turtle comes first where nobody asks for one. */
public final class GraphFormats {
    private GraphFormats() {}

    /** All of them. */
    public static List<Accept.Offer<Syntax>> offers() {
        return Arrays.stream(Syntax.values())
                .map(syntax -> new Accept.Offer<>(syntax, syntax.askedBy(), syntax.names()))
                .toList();
    }
}
