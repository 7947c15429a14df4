package org.linli.gateway.problem;

/** Carries a {@link Problem} out of a reactive chain; without a stack trace, for refusing must stay cheap. */
public final class ProblemException extends RuntimeException {

    private final Problem problem;

    ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
