package org.linli.platform.decision;

/**
 * Why a command does nothing. Each feature seals its own reasons under one interface that extends this one, and says
 * them in the words of problems in one place.
 */
public interface RefusalReason {

    /** To be thrown where a decision is carried out: the transaction is rolled back, and the edge tells the caller. */
    default RefusedException exception() {
        return new RefusedException(this);
    }
}
