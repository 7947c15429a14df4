package org.linli.partner.survey;

/** Where a survey stands. */
public enum SurveyState {
    DRAFT,
    OPEN,
    CLOSED
}
