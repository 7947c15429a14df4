package org.linli.partner.proposal;

/** What comes of a command: the proposal's next state, or why not. A refusal writes nothing. */
public sealed interface Decision {

    record Done(Proposal next) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
