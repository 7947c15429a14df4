package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

@Schema(name = "HistoryStep", description = "What somebody did to a document, and when")
record HistoryStep(@Schema(example = "BOOKED") String action, String by, Instant at) {}
