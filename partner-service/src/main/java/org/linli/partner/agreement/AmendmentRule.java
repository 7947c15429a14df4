package org.linli.partner.agreement;

import java.util.Optional;

/** What an amendment may be. */
final class AmendmentRule {

    private AmendmentRule() {}

    static Optional<Refusal> check(Terms inForce, Terms amended) {
        if (amended.equals(inForce)) {
            return Optional.of(new Refusal.NothingAmended());
        }
        return amended.startsOn().equals(inForce.startsOn())
                ? Optional.empty()
                : Optional.of(new Refusal.StartMoved(inForce.startsOn()));
    }
}
