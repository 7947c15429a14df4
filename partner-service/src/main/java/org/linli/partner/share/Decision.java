package org.linli.partner.share;

/** What comes of a command: the report's next state, or why not. A refusal writes nothing. */
public sealed interface Decision {

    record Done(TurnoverReport next) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
