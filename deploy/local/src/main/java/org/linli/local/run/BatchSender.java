package org.linli.local.run;

import org.jspecify.annotations.Nullable;
import org.linli.local.gateway.Answer;
import org.linli.local.gateway.GatewayClient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Sends rows of a file in batches and maps what the service says of them back to line and column. A batch that is
 * refused as a whole is halved until the row that spoils it stands alone.
 */
final class BatchSender {
    /** The API's limit. */
    static final int LARGEST = 1000;

    private static final Set<Integer> WHOLE_BATCH_REFUSED = Set.of(400, 413, 422);

    private final GatewayClient gateway;
    private final String client;
    private final String path;
    private final String listName;
    private final Map<String, String> columnByField;
    private final String runId;

    /** @param columnByField names of the file's columns where the API's field is called otherwise */
    BatchSender(
            GatewayClient gateway,
            String client,
            String path,
            String listName,
            Map<String, String> columnByField,
            String runId) {
        this.gateway = gateway;
        this.client = client;
        this.path = path;
        this.listName = listName;
        this.columnByField = columnByField;
        this.runId = runId;
    }

    private record BatchAnswer(@Nullable List<RowOutcome> rows) {}

    /** What became of a row: refused, or taken with its outcome. */
    interface Taker {
        void taken(SentRow row, RowOutcome outcome);

        void refused(RefusedRow row);
    }

    void send(List<SentRow> rows, Taker taker) {
        String key = runId + "-" + listName + "-" + rows.get(0).line() + "-" + rows.size();
        Map<String, Object> body =
                Map.of(listName, rows.stream().map(SentRow::body).toList());
        Answer answer = gateway.post(client, path, body, key);
        if (WHOLE_BATCH_REFUSED.contains(answer.status())) {
            if (rows.size() == 1) {
                taker.refused(refused(
                        rows.get(0), answer.problem().fields(), answer.problem().shown()));
                return;
            }
            int half = rows.size() / 2;
            send(rows.subList(0, half), taker);
            send(rows.subList(half, rows.size()), taker);
            return;
        }
        each(rows, answer.required(BatchAnswer.class), (row, outcome) -> {
            if (outcome.refused()) {
                taker.refused(refused(row, outcome.faults(), "is refused"));
            } else {
                taker.taken(row, outcome);
            }
        });
    }

    private static void each(List<SentRow> rows, BatchAnswer answer, BiConsumer<SentRow, RowOutcome> take) {
        List<RowOutcome> outcomes = answer.rows() == null ? List.of() : answer.rows();
        if (outcomes.size() != rows.size()) {
            throw new IllegalStateException(
                    "A batch of " + rows.size() + " rows was answered with " + outcomes.size() + " outcomes");
        }
        outcomes.forEach(outcome -> take.accept(rows.get(outcome.index()), outcome));
    }

    /** One line a row, however many of its columns are at fault. */
    private RefusedRow refused(SentRow row, List<Answer.FieldError> faults, String otherwise) {
        if (faults.isEmpty()) {
            return new RefusedRow(row.line(), "", otherwise);
        }
        String more = faults.stream()
                .skip(1)
                .map(fault -> "; also " + column(fault) + ": " + fault.shown())
                .collect(Collectors.joining());
        return new RefusedRow(row.line(), column(faults.get(0)), faults.get(0).shown() + more);
    }

    /** A field inside a batch may come with its path, e.g. {@code entries[3].gross}. */
    private String column(Answer.FieldError fault) {
        String field = fault.field() == null ? "" : fault.field();
        String last = field.substring(field.lastIndexOf('.') + 1);
        return columnByField.getOrDefault(last, last);
    }
}
