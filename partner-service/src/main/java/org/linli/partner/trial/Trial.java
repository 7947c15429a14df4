package org.linli.partner.trial;

import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A proposal on trial. @param questions that residents score, at least one */
public record Trial(
        UUID id,
        UUID proposal,
        UUID partner,
        UnitCode unit,
        String title,
        List<String> questions,
        Thresholds thresholds,
        String startedBy,
        Instant startedAt) {}
