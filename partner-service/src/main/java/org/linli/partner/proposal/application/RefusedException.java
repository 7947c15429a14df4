package org.linli.partner.proposal.application;

import org.linli.partner.proposal.Refusal;

/** Carries a refusal to the edge and rolls the transaction back on its way. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal reason;

    public RefusedException(Refusal reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
