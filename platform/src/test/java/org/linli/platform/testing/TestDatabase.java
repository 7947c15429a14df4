package org.linli.platform.testing;

import io.r2dbc.spi.ConnectionFactoryOptions;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One empty database on the JVM's PostgreSQL, for one application context.
 *
 * @param host always this machine
 * @param port the server's port
 * @param name the database's own name
 * @param user a superuser, for the tests themselves
 * @param password that user's password, possibly empty
 * @param owner the role that the service has: owner of this database and nothing else
 */
public record TestDatabase(String host, int port, String name, String user, String password, Login owner)
        implements AutoCloseable {

    /** Name and password of a role. */
    public record Login(String name, String password) {}

    /** For Flyway and for checks beside the service's own pool. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** For the service's pool. */
    public ConnectionFactoryOptions r2dbcOptions() {
        return ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, host)
                .option(ConnectionFactoryOptions.PORT, port)
                .option(ConnectionFactoryOptions.DATABASE, name)
                .option(ConnectionFactoryOptions.USER, owner.name())
                .option(ConnectionFactoryOptions.PASSWORD, owner.password())
                .build();
    }

    /** A connection beside the service's own pool; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, password);
    }

    /** Runs one statement that changes something. */
    public int execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Failed: " + sql, e);
        }
    }

    /** The first column of the first row. */
    public long number(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Failed: " + sql, e);
        }
    }

    /** The first column of every row. */
    public List<Long> numbers(String sql) {
        return column(sql, Long.class);
    }

    /** The first column of every row. */
    public List<String> texts(String sql) {
        return column(sql, String.class);
    }

    private <T> List<T> column(String sql, Class<T> type) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException("Failed: " + sql, e);
        }
    }

    @Override
    public void close() {
        // The server ends with the JVM and takes the database with it.
    }
}
