package org.linli.platform.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the service's driver sends to PostgreSQL from now on until it is closed, told apart by connection. */
public final class SqlLog implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("(\\[cid: .*?)\\s*Executing query: (.*)", Pattern.DOTALL);

    private final Logger queries = (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");
    private final @Nullable Level level = queries.getLevel();
    private final boolean additive = queries.isAdditive();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    public SqlLog() {
        lines.start();
        queries.setAdditive(false);
        queries.setLevel(Level.DEBUG);
        queries.addAppender(lines);
    }

    /** The transaction that ran a statement with these words, from its BEGIN to its COMMIT. */
    public List<String> transactionWith(String words) {
        List<List<String>> statements = List.copyOf(lines.list).stream()
                .map(line -> LINE.matcher(line.getFormattedMessage()))
                .filter(Matcher::matches)
                .map(line -> List.of(line.group(1), line.group(2).strip()))
                .toList();
        String connection = statements.stream()
                .filter(each -> each.getLast().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + words + " in " + all()))
                .getFirst();
        List<String> sent = new ArrayList<>();
        for (List<String> each : statements) {
            if (each.getFirst().equals(connection)) {
                boolean done = sent.stream().anyMatch(sql -> sql.contains(words));
                if (each.getLast().startsWith("BEGIN") && !done) {
                    sent.clear();
                }
                sent.add(each.getLast());
                if (each.getLast().startsWith("COMMIT") && done) {
                    return sent;
                }
            }
        }
        throw new AssertionError("no end of it in " + statements);
    }

    /** Every statement whatever its connection. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        List.copyOf(lines.list).forEach(line -> all.add(line.getFormattedMessage()));
        return all;
    }

    @Override
    public void close() {
        queries.detachAppender(lines);
        queries.setLevel(level);
        queries.setAdditive(additive);
    }
}
