package org.linli.partner.survey;

/** What comes of a command: the survey as it is next, or why not. A refusal writes nothing. */
public sealed interface Decision {

    record Done(Survey next) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
