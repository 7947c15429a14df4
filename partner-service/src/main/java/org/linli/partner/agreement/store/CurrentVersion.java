package org.linli.partner.agreement.store;

import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.Version;

/** The version that stands in an agreement's row. */
final class CurrentVersion {

    private CurrentVersion() {}

    /** The one in force, or that was last; the draft before that. */
    static Version of(Agreement agreement) {
        return switch (agreement) {
            case Agreement.Draft draft -> draft.version();
            case Agreement.Signed signed -> signed.inForce();
            case Agreement.Amending amending -> amending.inForce();
            case Agreement.Ended ended -> ended.inForce();
            case Agreement.Expired expired -> expired.inForce();
            case Agreement.Discarded discarded -> discarded.version();
        };
    }
}
