package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;

/** A span of an ordinary week as callers write it. */
@Schema(name = "SpanRequest")
record SpanRequest(
        @Schema(example = "SATURDAY") @NotNull @Nullable DayOfWeek weekday,

        @Schema(example = "18:00") @NotNull @Size(max = 8) @Nullable
        String from,

        @Schema(example = "20:00", description = "Up to 24:00, the end of the day") @NotNull @Size(max = 8) @Nullable
        String to) {}
