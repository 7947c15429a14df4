package org.linli.local.run;

import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.OrderedExecutors;
import org.linli.platform.csv.CsvTable;
import org.linli.platform.table.TableRow;
import org.linli.platform.text.Identifiers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Books the entries of the file as a clerk, several batches at once. A number that comes again in the file waits
 * until all first ones are answered, so that the earlier line always wins.
 */
final class EntriesStep {
    private static final int SIDE_BY_SIDE = 8;

    private final BatchSender sender;
    private final Rows rows;
    private final LongConsumer progress;
    /** Hashes are enough: a false alarm only makes a row wait for the second round. */
    private final Set<Long> numbers = new HashSet<>();

    private final List<SentRow> repeated = new ArrayList<>();
    private List<SentRow> batch = new ArrayList<>();

    /** @param progress told how many rows have been answered so far */
    EntriesStep(GatewayClient gateway, String runId, Rows rows, LongConsumer progress) {
        this.sender = new BatchSender(
                gateway,
                Clients.CLERK,
                "/api/company/entries/batch",
                "entries",
                FileColumns.ENTRIES.columnByField(),
                runId);
        this.rows = rows;
        this.progress = progress;
    }

    void send(CsvTable file) {
        try (OrderedExecutors lanes = new OrderedExecutors(SIDE_BY_SIDE)) {
            for (Optional<TableRow> row = file.next(); row.isPresent(); row = file.next()) {
                take(row.get(), lanes);
            }
            flush(lanes);
            lanes.await();
        }
        sendRepeated();
        progress.accept(rows.seen());
    }

    private void take(TableRow row, OrderedExecutors lanes) {
        if (!row.readable()) {
            rows.refusedEntry(new RefusedRow(row.line(), row.column(), row.fault()));
            return;
        }
        SentRow sent = SentRow.of(row, FileColumns.ENTRIES.fieldByColumn());
        String number = Identifiers.key(sent.field("entryNo"));
        if (!number.isEmpty() && !numbers.add(hash(number))) {
            repeated.add(sent);
            return;
        }
        batch.add(sent);
        if (batch.size() == BatchSender.LARGEST) {
            flush(lanes);
        }
    }

    /** One batch after the other, no number twice in one. */
    private void sendRepeated() {
        List<SentRow> next = new ArrayList<>();
        Set<String> inNext = new HashSet<>();
        for (SentRow row : repeated) {
            if (!inNext.add(Identifiers.key(row.field("entryNo"))) || next.size() == BatchSender.LARGEST) {
                sender.send(List.copyOf(next), taker());
                next.clear();
                inNext = new HashSet<>(Set.of(Identifiers.key(row.field("entryNo"))));
            }
            next.add(row);
        }
        if (!next.isEmpty()) {
            sender.send(next, taker());
        }
    }

    private void flush(OrderedExecutors lanes) {
        if (batch.isEmpty()) {
            return;
        }
        List<SentRow> full = batch;
        batch = new ArrayList<>();
        lanes.give(() -> {
            sender.send(full, taker());
            progress.accept(rows.seen());
        });
    }

    private BatchSender.Taker taker() {
        return new BatchSender.Taker() {
            @Override
            public void taken(SentRow row, RowOutcome outcome) {
                rows.entryTaken(row, outcome);
            }

            @Override
            public void refused(RefusedRow row) {
                rows.refusedEntry(row);
            }
        };
    }

    /** 64 bit FNV-1a. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
