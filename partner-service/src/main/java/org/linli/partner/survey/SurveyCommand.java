package org.linli.partner.survey;

import java.time.LocalDate;

/** What somebody wants done with a survey. */
public sealed interface SurveyCommand {

    /** Asks otherwise, before anybody has seen it. */
    record Edit(SurveyTerms terms) implements SurveyCommand {}

    /** Lets residents answer, from its first day on. */
    record Open() implements SurveyCommand {}

    /** Gives residents longer. */
    record Extend(LocalDate closesOn, String reason) implements SurveyCommand {}

    /** Ends it before its last day is over. */
    record Close() implements SurveyCommand {}
}
