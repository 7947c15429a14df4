package org.linli.bench.proposals;

import org.linli.partner.search.Search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The first page of what a city's HQ finds, once by the condition and index of the service, once by reading the whole
 * table with the plainest condition that gives the same.
 */
final class Searching implements AutoCloseable {

    private static final String PAGE = """
            SELECT p.id FROM proposal p
             WHERE p.unit_code LIKE ANY(ARRAY['4407%']) AND p.first_submitted IS NOT NULL
            """;
    private static final String LATEST = " ORDER BY p.id DESC LIMIT 51";
    private static final String SCANNED = " AND (strpos(p.search_text, ?) > 0 OR strpos(p.search_initials, ?) > 0)";

    private final String q;
    private final Connection connection;
    private final PreparedStatement statement;

    private Searching(String q, Connection connection, PreparedStatement statement) {
        this.q = q;
        this.connection = connection;
        this.statement = statement;
    }

    static Searching indexed(ProposalFixture ground, String q) throws SQLException {
        Search search = Search.of(q);
        Connection connection = ground.connect();
        PreparedStatement statement = connection.prepareStatement(
                PAGE + search.condition("p").replaceAll(":(grams|initials|words)", "?") + LATEST);
        List<String> names = Pattern.compile(":(grams|initials|words)")
                .matcher(search.condition("p"))
                .results()
                .map(name -> name.group(1))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            Object[] value =
                    Objects.requireNonNull(search.values().get(names.get(i))).toArray();
            statement.setArray(i + 1, connection.createArrayOf("text", value));
        }
        return new Searching(q, connection, statement);
    }

    static Searching scanned(ProposalFixture ground, String q) throws SQLException {
        Connection connection = ground.connect();
        try (var settings = connection.createStatement()) {
            settings.execute("SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off");
        }
        PreparedStatement statement = connection.prepareStatement(PAGE + SCANNED + LATEST);
        statement.setString(1, q);
        statement.setString(2, q);
        return new Searching(q, connection, statement);
    }

    List<UUID> found() throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** How many rows of the table it finds in all. */
    long hits() throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM proposal p WHERE true" + SCANNED)) {
            count.setString(1, q);
            count.setString(2, q);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    double ratePerSecond(Duration time) throws SQLException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long asked = 0;
        do {
            found();
            asked++;
        } while (System.nanoTime() < end);
        return asked * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
