package org.linli.partner.lists;

import java.util.UUID;

/** The option of a survey's question that a need was read from. */
public record Evidence(UUID survey, String question, String option) {}
