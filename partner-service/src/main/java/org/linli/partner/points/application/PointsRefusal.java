package org.linli.partner.points.application;

import org.linli.platform.decision.RefusalReason;

/** Why a command on points does nothing; each is answered in its own way. */
public enum PointsRefusal implements RefusalReason {
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
