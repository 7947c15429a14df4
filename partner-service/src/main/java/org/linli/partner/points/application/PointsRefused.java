package org.linli.partner.points.application;

/** Why a command on points is refused; it rolls the command's transaction back. */
public final class PointsRefused extends RuntimeException {

    /** The reasons, each answered in its own way. */
    public enum Reason {
        UNKNOWN_STREET,
        UNKNOWN_CARD,
        /** Another spending was faster with the same card, which is no wrong code. */
        CARD_JUST_USED,
        UNKNOWN_RULE,
        REFERENCE_USED,
        NOT_ENOUGH,
        UNKNOWN_ENTRY,
        NO_LOSS,
        APPEALED_ALREADY,
        DECIDED_ALREADY,
        OWN_DECISION
    }

    private final Reason reason;

    PointsRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
