package org.linli.partner.lists;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.UUID;

/** The option of a survey's question that a need was read from. */
@Schema(name = "Evidence")
public record Evidence(UUID survey, String question, String option) {}
