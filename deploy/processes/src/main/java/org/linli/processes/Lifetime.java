package org.linli.processes;

/** How long a started process lives. */
public enum Lifetime {
    /** Ended when this JVM ends. */
    TIED,
    /** Lives on after this JVM, in a session of its own, so that neither its end nor a Ctrl-C reaches it. */
    DETACHED
}
