package org.linli.partner.survey;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a survey stands. */
@Schema(name = "SurveyState")
public enum SurveyState {
    DRAFT,
    OPEN,
    CLOSED
}
