package org.linli.partner.trial.application;

import org.linli.partner.trial.Refusal;

/** Carries a refusal to the edge and rolls the transaction back on its way. */
public final class RefusedTrial extends RuntimeException {

    private final transient Refusal reason;

    RefusedTrial(Refusal reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
