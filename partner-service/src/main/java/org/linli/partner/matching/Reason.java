package org.linli.partner.matching;

import io.swagger.v3.oas.annotations.media.Schema;

/** A fact that was found, what it counts, and how it is said. */
@Schema(name = "Reason")
public record Reason(Fact fact, int points, String zh, String en) {}
