package org.linli.partner.trial.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.trial.Trial;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A trial as staff and its partner see it. @param minAverage such as 3.50 */
@Schema(name = "Trial")
record TrialView(
        UUID id,
        UUID proposalId,
        UUID partnerId,
        UnitCode unit,
        String title,
        List<String> questions,
        int minSessions,
        int minAttendance,
        String minAverage,
        String startedBy,
        Instant startedAt) {

    static TrialView of(Trial trial) {
        return new TrialView(
                trial.id(),
                trial.proposal(),
                trial.partner(),
                trial.unit(),
                trial.title(),
                trial.questions(),
                trial.thresholds().sessions(),
                trial.thresholds().attendance(),
                trial.thresholds().average().toPlainString(),
                trial.startedBy(),
                trial.startedAt());
    }
}
