package org.linli.platform.command;

import org.linli.platform.decision.RefusalReason;
import org.linli.platform.problem.Problem;

/**
 * A feature's refusals in the words of problems, by an exhaustive switch. A bean a feature, found by the sealed type
 * that it speaks for.
 */
public interface RefusalProblems<R extends RefusalReason> {

    Problem of(R reason);
}
