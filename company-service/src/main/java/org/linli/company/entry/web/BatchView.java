package org.linli.company.entry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.company.entry.application.EntryOutcome;
import org.linli.platform.problem.FieldError;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The answer to many entries at once, row by row.
 *
 * @param rows one a row that was sent, in their order
 */
@Schema(name = "Batch")
record BatchView(long accepted, long unchanged, long refused, List<Row> rows) {

    /** @param index place in the batch, from 0 */
    @Schema(name = "BatchRow")
    record Row(int index, String entryNo, EntryOutcome.Kind outcome, List<FieldError> errors) {}

    static BatchView of(List<EntryOutcome> outcomes) {
        return new BatchView(
                count(outcomes, EntryOutcome.Kind.ACCEPTED),
                count(outcomes, EntryOutcome.Kind.UNCHANGED),
                count(outcomes, EntryOutcome.Kind.REFUSED),
                IntStream.range(0, outcomes.size())
                        .mapToObj(i -> new Row(
                                i,
                                outcomes.get(i).entryNo(),
                                outcomes.get(i).kind(),
                                outcomes.get(i).errors()))
                        .toList());
    }

    private static long count(List<EntryOutcome> outcomes, EntryOutcome.Kind kind) {
        return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
    }
}
