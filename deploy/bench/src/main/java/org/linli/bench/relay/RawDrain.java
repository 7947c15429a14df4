package org.linli.bench.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The least that any relay must do to the table: read 500 in order, mark them, until none waits. */
record RawDrain(RelayFixture ground) {

    private static final int BATCH = 500;
    private static final String READ = """
            SELECT id, event_id, topic, type, subject, key, sequence, occurred_at, correlation_id, traceparent, data
            FROM outbox WHERE NOT sent ORDER BY id LIMIT %d
            """.formatted(BATCH);

    double rate(int events) throws SQLException {
        ground.fill(events);
        long start = System.nanoTime();
        try (Connection connection = ground.connect();
                PreparedStatement read = connection.prepareStatement(READ);
                PreparedStatement mark =
                        connection.prepareStatement("UPDATE outbox SET sent = true WHERE id = ANY(?)")) {
            for (List<Long> ids = read(read); !ids.isEmpty(); ids = read(read)) {
                mark.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                mark.executeUpdate();
            }
        }
        return events * 1e9 / (System.nanoTime() - start);
    }

    private static List<Long> read(PreparedStatement read) throws SQLException {
        var ids = new ArrayList<Long>(BATCH);
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
                for (int column = 2; column <= 11; column++) {
                    rows.getString(column);
                }
            }
        }
        return ids;
    }
}
