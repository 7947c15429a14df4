package org.linli.platform.testing;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a database holds, as one row count and one content hash a table, to see whether a refused request changed
 * anything.
 *
 * <p>Left out is what moves without being asked: Flyway's history and the relay's lease. Of the outbox only the highest
 * id counts, for the relay marks and drops rows by itself. Cost: one scan of every table, meant for test databases of a
 * few thousand rows; while no transaction has been given a number or has ended, what was read last still holds.
 */
public final class DatabaseFingerprint {

    private static final Set<String> MOVES_BY_ITSELF = Set.of("flyway_schema_history", "relay_lease");
    private static final String TABLES = """
            SELECT c.relname,
                   EXISTS (SELECT 1 FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.attname = 'id' AND c.relname = 'outbox')
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
             ORDER BY c.relname
            """;

    private final TestDatabase database;
    private final Set<String> leftOut;
    /** Shared by all that look at this database: signing in costs more than reading. It ends with the JVM. */
    private final AtomicReference<@Nullable Connection> kept;

    /** As the database stood when {@link #content} was read; empty before the first reading. */
    private String snapshot = "";

    private Map<String, String> content = Map.of();

    private DatabaseFingerprint(
            TestDatabase database, AtomicReference<@Nullable Connection> kept, Set<String> leftOut) {
        this.database = database;
        this.kept = kept;
        this.leftOut = leftOut;
    }

    /** Of every table that moves only when asked. */
    public static DatabaseFingerprint of(TestDatabase database) {
        return new DatabaseFingerprint(database, new AtomicReference<>(), MOVES_BY_ITSELF);
    }

    /** The same, without these tables. */
    public DatabaseFingerprint without(String... tables) {
        var more = new LinkedHashSet<>(leftOut);
        more.addAll(List.of(tables));
        return new DatabaseFingerprint(database, kept, more);
    }

    /** Table name → what it holds. Two equal maps: nothing changed between them. */
    public Map<String, String> take() {
        synchronized (kept) {
            try {
                Connection connection = kept.get();
                if (connection == null || connection.isClosed()) {
                    connection = database.connect();
                    kept.set(connection);
                }
                String now = snapshot(connection);
                if (!now.equals(snapshot)) {
                    content = read(connection);
                    snapshot = now;
                }
                return content;
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be read", e);
            }
        }
    }

    private Map<String, String> read(Connection connection) throws SQLException {
        var result = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(String.join(" UNION ALL ", readings(connection)))) {
            while (rows.next()) {
                result.put(rows.getString(1), rows.getString(2));
            }
        }
        return result;
    }

    /** Which transactions have been and which are under way: the same text means that nothing was written between. */
    private static String snapshot(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_current_snapshot()::text")) {
            row.next();
            return row.getString(1);
        }
    }

    private List<String> readings(Connection connection) throws SQLException {
        var readings = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                String table = rows.getString(1);
                if (!leftOut.contains(table)) {
                    readings.add(rows.getBoolean(2) ? highestId(table) : contentOf(table));
                }
            }
        }
        return readings.isEmpty() ? List.of("SELECT 'no table', ''") : readings;
    }

    private static String contentOf(String table) {
        return """
               SELECT '%1$s', count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "%1$s" t
               """.formatted(table);
    }

    private static String highestId(String table) {
        return """
               SELECT '%1$s', 'up to ' || coalesce(max(id)::text, 'none') FROM "%1$s"
               """.formatted(table);
    }
}
