package org.linli.partner.proposal.review;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ranking as it was when something was decided. */
@Schema(name = "FrozenRanking")
record FrozenRanking(
        UUID id,
        UUID callId,
        UnitCode unit,
        int round,
        List<Ranking.Place> places,
        String frozenBy,
        Instant frozenAt) {}
