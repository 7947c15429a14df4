package org.linli.partner.call;

/** What comes of a command: the call's next state, or why not. A refusal writes nothing. */
public sealed interface Decision {

    record Done(OpenCall next) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
