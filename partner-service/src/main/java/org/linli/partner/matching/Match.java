package org.linli.partner.matching;

import java.util.List;

/** How well something goes with what was asked about. @param score sum of the reasons' points */
public record Match(Profile profile, int score, List<Reason> reasons) {

    boolean isOne() {
        return reasons.stream().anyMatch(reason -> reason.fact().isEnough());
    }
}
