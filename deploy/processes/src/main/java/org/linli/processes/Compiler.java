package org.linli.processes;

import java.util.List;

/** How much of the JIT compiler a Java process uses. */
public enum Compiler {
    /** C1 alone: a start takes half to two thirds of the processor time, and hot code stays slower. */
    QUICK("-XX:TieredStopAtLevel=1"),
    /** Both tiers, as Java does by itself: for what is measured or works hard for long. */
    FULL();

    private final List<String> flags;

    Compiler(String... flags) {
        this.flags = List.of(flags);
    }

    /** For the command line of java. */
    public List<String> flags() {
        return flags;
    }
}
