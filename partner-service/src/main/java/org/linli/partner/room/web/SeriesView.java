package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.Occurrence;
import org.linli.platform.problem.Problem;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What came of a series, day by day. */
@Schema(name = "Series")
record SeriesView(UUID seriesId, int booked, int refused, int skipped, List<OccurrenceView> occurrences) {

    /**
     * @param outcome BOOKED, REFUSED or SKIPPED
     * @param type of the problem, for a refused one
     * @param reason in words: why it was refused or skipped
     * @param free other slots of that length, for a refused one
     */
    @Schema(name = "SeriesOccurrence")
    record OccurrenceView(
            OffsetDateTime from,
            OffsetDateTime to,
            String outcome,
            @Nullable UUID bookingId,
            @Nullable String type,
            @Nullable String reason,
            List<SlotView> free) {

        static OccurrenceView of(Occurrence one) {
            Problem problem = one.refusal() == null ? null : RoomProblems.problem(one.refusal());
            SlotView time = SlotView.of(one.time());
            return new OccurrenceView(
                    time.from(),
                    time.to(),
                    one.booking() != null ? "BOOKED" : problem != null ? "REFUSED" : "SKIPPED",
                    one.booking(),
                    problem == null ? null : Problem.TYPE_BASE + problem.slug(),
                    problem == null ? one.skipped() : RoomProblems.inWords(problem),
                    SlotView.of(one.free()));
        }
    }

    static SeriesView of(UUID id, List<Occurrence> all) {
        List<OccurrenceView> views = all.stream().map(OccurrenceView::of).toList();
        return new SeriesView(id, count(views, "BOOKED"), count(views, "REFUSED"), count(views, "SKIPPED"), views);
    }

    private static int count(List<OccurrenceView> views, String outcome) {
        return (int)
                views.stream().filter(view -> view.outcome().equals(outcome)).count();
    }
}
