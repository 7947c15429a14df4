package org.linli.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * A real PostgreSQL server of its own: data under {@code <directory>/data}, log and pid file beside it, superuser
 * {@value #USER} with password {@value #PASSWORD}, UTF-8, code-point order with Unicode case rules, UTC.
 */
public final class PostgresProcess {
    public static final String USER = "linli";
    public static final String PASSWORD = "linli";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Neither what belongs to the server itself or to an extension, nor what follows its table. */
    private static final String HAND_OVER = """
            DO $$ DECLARE own record; BEGIN
              FOR own IN
                SELECT format('ALTER SCHEMA %%I OWNER TO %1$s', nspname) AS act, 1 AS turn
                  FROM pg_namespace
                 WHERE nspowner = current_user::regrole AND nspname !~ '^(pg_|information_schema$)'
                UNION ALL
                SELECT format('ALTER TABLE %%s OWNER TO %1$s', c.oid::regclass), 2
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relowner = current_user::regrole AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
                   AND n.nspname !~ '^(pg_|information_schema$)'
                   AND NOT EXISTS (SELECT 1 FROM pg_depend d
                                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                      AND (d.deptype = 'e' OR c.relkind = 'S' AND d.deptype IN ('a', 'i')))
                UNION ALL
                SELECT format('ALTER ROUTINE %%s OWNER TO %1$s', p.oid::regprocedure), 3
                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                 WHERE p.proowner = current_user::regrole AND n.nspname !~ '^(pg_|information_schema$)'
                   AND NOT EXISTS (SELECT 1 FROM pg_depend d
                                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
                ORDER BY turn
              LOOP EXECUTE own.act; END LOOP;
            END $$;
            """;

    private final ManagedProcess process;

    private PostgresProcess(ManagedProcess process) {
        this.process = process;
    }

    /**
     * How to run it.
     *
     * @param directory holds {@code data/}, {@code postgres.pid}, {@code postgres.log}
     * @param port TCP port, 0 for a free one
     * @param durable whether a commit is on the disk (fsync); off only where the data may be lost
     * @param lifetime whether it ends with this JVM
     */
    public record Options(Path directory, int port, boolean durable, Lifetime lifetime) {
        /** Fast and forgetful, ended with this JVM, on a free port. */
        public static Options forTests(Path directory) {
            return new Options(directory, 0, false, Lifetime.TIED);
        }

        /** Durable, outliving this JVM. */
        public static Options forSuite(Path directory, int port) {
            return new Options(directory, port, true, Lifetime.DETACHED);
        }
    }

    /**
     * Starts the server, creating its data directory first where there is none, and waits until it answers a query;
     * attaches where it already runs.
     *
     * @throws StartFailure with the end of the log
     */
    public static PostgresProcess start(Options options) {
        return start(options, nobody -> {});
    }

    /** Starts it as the other does. @param told how it stands, while that takes long */
    public static PostgresProcess start(Options options, Consumer<String> told) {
        Optional<PostgresProcess> running = attach(options.directory());
        if (running.isPresent()) {
            running.get().awaitReady(told);
            return running.get();
        }
        StartFailure last = new StartFailure("PostgreSQL was not tried");
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                PostgresProcess started = launch(options);
                started.awaitReady(told);
                return started;
            } catch (StartFailure failure) {
                last = failure;
                boolean again = String.valueOf(failure.getMessage())
                        .matches("(?s).*(pre-existing shared memory|could not bind|Address already in use).*");
                if (!again || (options.port() != 0 && Ports.answers(options.port()))) {
                    break;
                }
            }
        }
        throw last;
    }

    /** The server running on the directory, if any. */
    public static Optional<PostgresProcess> attach(Path directory) {
        return ManagedProcess.attach("PostgreSQL", directory.resolve("postgres.pid"), directory.resolve("postgres.log"))
                .map(PostgresProcess::new);
    }

    private static PostgresProcess launch(Options options) {
        Path home = PostgresBinaries.home();
        Path directory = options.directory().toAbsolutePath();
        Path data = directory.resolve("data");
        OrdinaryUser user = OrdinaryUser.here();
        if (!Files.exists(data)) {
            initialise(user, home, directory, data, options.durable());
        }
        user.takeOver(data);
        forgetDeadPostmaster(data);
        int port = options.port() == 0 ? Ports.free() : options.port();
        return new PostgresProcess(ManagedProcess.start(new ManagedProcess.Launch(
                "PostgreSQL",
                user.running(server(home, data, port, options.durable())),
                Map.of("LC_ALL", "C", "TZ", "UTC"),
                directory,
                port,
                directory.resolve("postgres.pid"),
                directory.resolve("postgres.log"),
                options.lifetime())));
    }

    private static List<String> server(Path home, Path data, int port, boolean durable) {
        List<String> command = new ArrayList<>(
                List.of(home.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", "" + port));
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=300",
                "shared_buffers=128MB",
                "wal_buffers=8MB",
                "max_wal_size=2GB",
                "checkpoint_timeout=15min",
                "random_page_cost=1.1",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] %d "));
        if (!durable) {
            settings.addAll(List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));
        }
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /** Initialised aside and moved into place, so that an interrupted attempt leaves nothing half made. */
    private static void initialise(OrdinaryUser user, Path home, Path directory, Path data, boolean durable) {
        try {
            Files.createDirectories(directory);
            Path fresh = directory.resolve("data.initialising");
            PostgresBinaries.deleteTree(fresh);
            Path password = Files.writeString(directory.resolve("password.initialising"), PASSWORD);
            List<String> command = new ArrayList<>(List.of(
                    home.resolve("bin/initdb").toString(),
                    "-D",
                    fresh.toString(),
                    "--username=" + USER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
            if (!durable) {
                command.add("--no-sync");
            }
            Path log = directory.resolve("initdb.log");
            ProcessBuilder builder = new ProcessBuilder(user.running(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            int exit = builder.start().waitFor();
            Files.deleteIfExists(password);
            if (exit != 0) {
                throw new StartFailure("initdb ended with " + exit + ":\n" + Files.readString(log));
            }
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while initialising PostgreSQL", e);
        }
    }

    /** After a crash the server's own lock names a pid that another program may have by now. */
    private static void forgetDeadPostmaster(Path data) {
        Path lock = data.resolve("postmaster.pid");
        try {
            if (Files.exists(lock)) {
                long pid = Long.parseLong(Files.readAllLines(lock).get(0).trim());
                boolean ours = ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().command())
                        .map(program -> program.endsWith("/postgres"))
                        .orElse(false);
                if (!ours) {
                    Files.delete(lock);
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // the server judges its own lock file
        }
    }

    private void awaitReady(Consumer<String> told) {
        process.awaitReady(this::answers, PATIENCE, told);
    }

    /** Whether it answers a query now. */
    public boolean answers() {
        if (!Ports.answers(port())) {
            return false;
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("SELECT 1").next();
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Creates the database where it does not exist. */
    public void createDatabase(String name) {
        try (Connection connection = connect("postgres")) {
            try (PreparedStatement known = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
                known.setString(1, name);
                if (known.executeQuery().next()) {
                    return;
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be created: " + e.getMessage(), e);
        }
    }

    /**
     * Creates the database where it does not exist, of a role of the same name: no superuser, which can do as it likes
     * there and cannot even connect elsewhere. What the superuser made there before is handed over.
     *
     * @param password the role's, from now on
     */
    public void createDatabase(String name, String password) {
        createDatabase(name);
        String role = "\"" + name.replace("\"", "\"\"") + "\"";
        run("postgres", """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %2$s; END IF;
                END $$;
                ALTER ROLE %2$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%3$s';
                ALTER DATABASE %2$s OWNER TO %2$s;
                REVOKE ALL ON DATABASE %2$s FROM PUBLIC;
                REVOKE ALL ON DATABASE postgres FROM PUBLIC;
                REVOKE ALL ON DATABASE template1 FROM PUBLIC;
                """.formatted(name.replace("'", "''"), role, password.replace("'", "''")));
        run(name, HAND_OVER.formatted(role));
    }

    private void run(String database, String statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + database + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** A JDBC connection as the superuser. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", PASSWORD);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return process.port();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return process.log();
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is checkpointed. */
    public void stop() {
        process.stop("INT", Duration.ofSeconds(30));
    }

    /** SIGKILL to the server, as a crash. */
    public void kill() {
        process.kill();
    }
}
