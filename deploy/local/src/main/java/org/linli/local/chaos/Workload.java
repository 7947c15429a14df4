package org.linli.local.chaos;

/** Work that goes on while parts are killed. It repeats every call until it is answered, so it always ends. */
public interface Workload {
    /** Does all of it, asking the pace before each piece; returns when the last piece is acknowledged. */
    void run(Pace pace);

    /** How many pieces have been acknowledged so far. */
    long acknowledged();

    /** How many pieces there are in all. */
    long size();
}
