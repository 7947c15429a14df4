package org.linli.partner.trial;

import org.linli.platform.decision.RefusalReason;

import java.time.Instant;

/** Why something does not happen with a trial. */
public sealed interface Refusal extends RefusalReason {

    /** Only a proposal that was put on trial has one. */
    record NotInTrial() implements Refusal {}

    record TrialExists() implements Refusal {}

    /** A trial may ask for more than its unit does, never for less. */
    record BelowUnits(String field, String least) implements Refusal {}

    /** More seats than the room has. */
    record TooManySeats(int capacity) implements Refusal {}

    /** Begun or cancelled. */
    record SessionOver() implements Refusal {}

    /** @param state of the seat */
    record NotInThisState(String state) implements Refusal {}

    record NotTheTime(Instant from, Instant to) implements Refusal {}

    record WrongCode() implements Refusal {}

    record NotBegun() implements Refusal {}

    /** As many scores as questions. */
    record WrongScores(int questions) implements Refusal {}
}
