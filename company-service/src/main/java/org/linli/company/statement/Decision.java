package org.linli.company.statement;

/** What comes of a command: the statement's next state, or why not. A refusal writes nothing. */
public sealed interface Decision {

    record Done(Statement next) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
