package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.DayOfWeek;

/** A span of an ordinary week as callers read it. */
@Schema(name = "Span")
record SpanView(
        DayOfWeek weekday,
        @Schema(example = "18:00") String from,
        @Schema(example = "20:00") String to) {}
