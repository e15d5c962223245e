package io.musubi.web.http;

/** Carries a {@link Problem} to the one place that answers it. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    /** Wraps {@code problem}. */
    public ProblemException(Problem problem) {
        super(problem.title().en() + ": " + problem.detail().en());
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
