package org.linli.partner.trial;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a trial must show at least.
 *
 * @param sessions held
 * @param attendance of all sessions together
 * @param average of all scores, 1 to 5
 */
public record Thresholds(int sessions, int attendance, BigDecimal average) {

    /** Refused where less is asked than the unit asks. */
    public Optional<Refusal> below(Thresholds units) {
        if (sessions < units.sessions) {
            return Optional.of(new Refusal.BelowUnits("minSessions", String.valueOf(units.sessions)));
        }
        if (attendance < units.attendance) {
            return Optional.of(new Refusal.BelowUnits("minAttendance", String.valueOf(units.attendance)));
        }
        return average.compareTo(units.average) < 0
                ? Optional.of(new Refusal.BelowUnits("minAverage", units.average.toPlainString()))
                : Optional.empty();
    }
}
