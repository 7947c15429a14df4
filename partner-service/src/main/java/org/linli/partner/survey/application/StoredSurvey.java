package org.linli.partner.survey.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Survey;

import java.time.Instant;

/**
 * A survey as it stands in the table.
 *
 * @param unitName absent for a unit not heard of yet
 * @param answers how many there are, which nobody is told as it is
 */
public record StoredSurvey(
        Survey survey, long version, @Nullable String unitName, long answers, String createdBy, Instant createdAt) {}
