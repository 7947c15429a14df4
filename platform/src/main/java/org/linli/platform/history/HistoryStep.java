package org.linli.platform.history;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** @param action such as DRAFTED; @param actor subject of the token; @param reason where one was given */
@Schema(name = "HistoryStep")
public record HistoryStep(
        String action, String actor, Instant at, @Nullable String reason) {}
