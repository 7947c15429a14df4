package org.linli.partner.agreement;

/** What comes of a command: the agreement's next state, or why not. A refusal writes nothing. */
public sealed interface Decision {

    record Done(Agreement next) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
