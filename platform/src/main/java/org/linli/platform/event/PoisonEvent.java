package org.linli.platform.event;

/** An event that no retry will make right. It goes to the dead letters with this reason; the others go on. */
public final class PoisonEvent extends RuntimeException {

    public PoisonEvent(String reason) {
        super(reason);
    }
}
