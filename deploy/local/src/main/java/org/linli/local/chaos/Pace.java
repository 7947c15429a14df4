package org.linli.local.chaos;

/** How far work may go for now. */
@FunctionalInterface
public interface Pace {
    /** Called before each piece; waits while the work has to pause. */
    void await();
}
