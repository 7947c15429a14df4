package org.linli.platform.problem;

/** Carries a {@link Problem} from the edge of a feature to the answer. Costs no stack trace: it is an answer. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug() + ": " + problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
