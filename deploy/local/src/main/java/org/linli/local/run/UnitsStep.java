package org.linli.local.run;

import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.platform.csv.CsvTable;
import org.linli.platform.table.TableRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Registers the units of the file, in its order, as HQ. */
final class UnitsStep {
    private final BatchSender sender;
    private final Rows rows;

    UnitsStep(GatewayClient gateway, String runId, Rows rows) {
        this.sender = new BatchSender(
                gateway, Clients.HQ, "/api/company/units/batch", "units", FileColumns.UNITS.columnByField(), runId);
        this.rows = rows;
    }

    /** Gives how many rows the file has. */
    long send(CsvTable file) {
        long count = 0;
        List<SentRow> batch = new ArrayList<>();
        for (Optional<TableRow> row = file.next(); row.isPresent(); row = file.next()) {
            count++;
            if (!row.get().readable()) {
                rows.refusedUnit(new RefusedRow(
                        row.get().line(), row.get().column(), row.get().fault()));
                continue;
            }
            batch.add(SentRow.of(row.get(), FileColumns.UNITS.fieldByColumn()));
            if (batch.size() == BatchSender.LARGEST) {
                send(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            send(batch);
        }
        return count;
    }

    private void send(List<SentRow> batch) {
        sender.send(List.copyOf(batch), new BatchSender.Taker() {
            @Override
            public void taken(SentRow row, RowOutcome outcome) {
                rows.touch(row.field("code"));
            }

            @Override
            public void refused(RefusedRow row) {
                rows.refusedUnit(row);
            }
        });
    }
}
