package org.linli.partner.room;

import org.linli.platform.decision.RefusalReason;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Why a room is not booked, or a booking not moved. */
public sealed interface Refusal extends RefusalReason {

    /** Begins or ends off the quarters of an hour, or ends before it begins. */
    record NotOnTheGrid(String field, String reason, String expected) implements Refusal {}

    /** Begins in the past. */
    record InThePast() implements Refusal {}

    record TooFarAhead(int days, LocalDate last) implements Refusal {}

    /** The room has no such part. */
    record NoSuchPart(List<Room.Part> parts) implements Refusal {}

    /** @param why weekday, closed day or holiday; @param open when the room is open on that day */
    record Closed(LocalDate day, String why, List<TimeSpan> open) implements Refusal {}

    /** Somebody has it already. */
    record SlotTaken(List<Taken> taken) implements Refusal {}

    /** @param part's name; @param time of the other booking, without set-up and clean-up */
    record Taken(String part, TimeSpan time) {}

    /** 80/20: the share of a kind of use in a month's opening time would be exceeded. In minutes of parts. */
    record ShareUsed(BookingKind kind, YearMonth month, BigDecimal rate, long used, long asked, long open)
            implements Refusal {}

    /** The partner is suspended in the room's street. @param reason as HQ gave it */
    record Suspended(String reason) implements Refusal {}

    /** Nobody waits for what is free. */
    record SlotFree() implements Refusal {}

    /** What has begun is not cancelled. */
    record AlreadyStarted() implements Refusal {}

    record NotInThisState(String state) implements Refusal {}

    /** Of a series that is booked as a whole or not at all, some days cannot be. */
    record SeriesRefused(UUID series, List<Occurrence> occurrences) implements Refusal {}
}
