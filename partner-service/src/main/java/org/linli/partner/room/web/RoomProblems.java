package org.linli.partner.room.web;

import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says every refusal in the words of a problem. */
@Component
final class RoomProblems implements RefusalProblems<Refusal> {

    private static final String NOT_VALID = "The booking is not valid";
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ShanghaiDay.ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ShanghaiDay.ZONE);

    @Override
    public Problem of(Refusal reason) {
        return problem(reason);
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotOnTheGrid grid ->
                Problem.invalid(NOT_VALID).field(grid.field(), grid.reason(), grid.expected());
            case Refusal.InThePast _ -> Problem.invalid(NOT_VALID).field("from", "in the past", "a time to come");
            case Refusal.TooFarAhead far ->
                Problem.invalid(NOT_VALID)
                        .field("from", "too far ahead", "at most " + far.days() + " days, until " + far.last());
            case Refusal.NoSuchPart parts ->
                Problem.invalid(NOT_VALID)
                        .field(
                                "parts",
                                "not a part of this room",
                                "ids of "
                                        + parts.parts().stream()
                                                .map(part -> part.name() + " " + part.id())
                                                .toList());
            case Refusal.Closed closed ->
                Problem.conflict("room-closed", "The room is not open then")
                        .detail(closed.day() + ": " + closed.why() + ".")
                        .with("open", SlotView.of(closed.open()));
            case Refusal.SlotTaken taken ->
                Problem.conflict("slot-taken", "The room is taken then")
                        .detail(words(taken.taken()))
                        .with("taken", taken.taken().stream().map(TakenView::of).toList());
            case Refusal.ShareUsed share -> share(share);
            case Refusal.Suspended suspended ->
                Problem.conflict("partner-suspended", "The partner is suspended in this street")
                        .detail(suspended.reason());
            case Refusal.SlotFree _ ->
                Problem.conflict("slot-free", "The room is free then").detail("Book it instead of waiting for it.");
            case Refusal.AlreadyStarted _ -> Problem.conflict("already-started", "What has begun is not cancelled");
            case Refusal.NotInThisState state ->
                Problem.conflict("booking-not-in-this-state", "It cannot be cancelled now")
                        .detail("Its state is " + state.state() + ".");
            case Refusal.SeriesRefused refused -> series(SeriesView.of(refused.series(), refused.occurrences()));
        };
    }

    private static Problem series(SeriesView view) {
        return Problem.conflict("series-refused", "Not every day of the series can be booked")
                .detail(view.refused() + " of " + view.occurrences().size() + " were refused; none is booked.")
                .with("occurrences", view.occurrences());
    }

    private static Problem share(Refusal.ShareUsed share) {
        boolean office = share.kind() == BookingKind.OFFICE;
        return Problem.conflict(
                        office ? "office-share-used" : "service-share-used",
                        office
                                ? "Offices have had their share of the rooms this month"
                                : "Partners have had their share of the rooms this month")
                .detail("%s: %s of %d minutes of opening time; %d are used, %d more were asked for."
                        .formatted(
                                share.month(),
                                share.rate().toPlainString(),
                                share.open(),
                                share.used(),
                                share.asked()));
    }

    static String inWords(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.title() + ". " + Objects.requireNonNullElse(problem.detail(), "")
                : problem.errors().getFirst().reason() + "; expected: "
                        + problem.errors().getFirst().expected();
    }

    private static String words(List<Refusal.Taken> taken) {
        return taken.isEmpty()
                ? "Somebody was faster."
                : taken.stream()
                        .limit(5)
                        .map(other -> other.part() + " "
                                + DAY_AND_TIME.format(other.time().from()) + "–"
                                + TIME.format(other.time().to()))
                        .collect(Collectors.joining("; ", "", "."));
    }

    /** @param part of the room that somebody has in that time */
    record TakenView(String part, java.time.OffsetDateTime from, java.time.OffsetDateTime to) {

        static TakenView of(Refusal.Taken taken) {
            SlotView time = SlotView.of(taken.time());
            return new TakenView(taken.part(), time.from(), time.to());
        }
    }
}
