package org.linli.partner.survey.application;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/** A sheet of answer codes. @param label whom it is for, such as a building; @param first number of its first code */
@Schema(name = "CodeSheet")
public record CodeSheet(UUID id, String label, int first, int count, String madeBy, Instant madeAt) {}
