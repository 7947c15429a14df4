package org.linli.platform.decision;

/**
 * Carries a refusal from where a command is carried out to the edge, and rolls the transaction back on its way. Costs no
 * stack trace: it is an answer.
 */
public final class RefusedException extends RuntimeException {

    private final transient RefusalReason reason;

    RefusedException(RefusalReason reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }
}
