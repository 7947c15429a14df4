package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A span of an ordinary week as callers write it. */
record SpanRequest(
        @Schema(example = "SATURDAY") @NotNull @Nullable DayOfWeek weekday,

        @Schema(example = "18:00", type = "string", format = "") @NotNull @Nullable
        LocalTime from,

        @Schema(example = "20:00", type = "string", format = "") @NotNull @Nullable
        LocalTime to) {}
