package org.linli.platform.csv;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads RFC 4180 record by record and goes on after a bad one. The usual libraries give up the whole file at the
 * first stray quote, and one that is never closed swallows the rest; here such a record costs its own line only,
 * and every record knows the line it begins at, also after values with line breaks.
 */
final class CsvReader implements Closeable {
    /** No value of ours (200 characters of free text) needs more lines; beyond it a quote was left open. */
    private static final int LARGEST_RECORD_LINES = 210;

    /** The columns of a spreadsheet; a longer row is of nobody's making. */
    private static final int MOST_VALUES = 16_384;

    private final PhysicalLines lines;

    CsvReader(InputStream in) throws IOException {
        this.lines = new PhysicalLines(in);
    }

    /** The next record that holds anything; empty at the end of the file. */
    Optional<CsvRecord> next() throws IOException {
        while (true) {
            PhysicalLines.Line first = lines.next();
            if (first == null) {
                return Optional.empty();
            }
            CsvRecord read = recordFrom(first);
            if (!read.blank()) {
                return Optional.of(read);
            }
        }
    }

    private CsvRecord recordFrom(PhysicalLines.Line first) throws IOException {
        List<PhysicalLines.Line> following = new ArrayList<>();
        Scan scan = new Scan();
        PhysicalLines.Line line = first;
        while (true) {
            String fault = scan.take(line.text());
            if (fault != null || scan.complete()) {
                lines.pushBack(fault == null ? List.of() : following);
                return fault == null
                        ? CsvRecord.of(first.number(), scan.values())
                        : CsvRecord.unreadable(first.number(), fault);
            }
            PhysicalLines.Line next = following.size() < LARGEST_RECORD_LINES ? lines.next() : null;
            if (next == null) {
                return endOfFile(first, following, scan);
            }
            following.add(next);
            line = next;
        }
    }

    private CsvRecord endOfFile(PhysicalLines.Line first, List<PhysicalLines.Line> following, Scan scan) {
        if (scan.insideQuotes()) {
            lines.pushBack(following);
            return CsvRecord.unreadable(first.number(), "has a quoted value that is never closed");
        }
        return CsvRecord.of(first.number(), scan.finish());
    }

    /** The state of one record while its lines are read. */
    private static final class Scan {
        private final List<String> values = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private State state = State.START;
        private boolean complete;

        private enum State {
            START,
            PLAIN,
            QUOTED,
            CLOSED
        }

        /** Takes a line; gives what is wrong with it, or null. */
        @Nullable
        String take(String line) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                String fault = state == State.QUOTED ? quoted(c) : plain(c, i + 1 < line.length(), line, i);
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        }

        private @Nullable String quoted(char c) {
            if (c == '"') {
                state = State.CLOSED;
            } else {
                value.append(c);
            }
            return null;
        }

        private @Nullable String plain(char c, boolean more, String line, int at) {
            if (c == ',') {
                return nextValue();
            } else if (c == '\n' || (c == '\r' && more && line.charAt(at + 1) == '\n')) {
                endRecord(c);
            } else if (c == '"') {
                return quote();
            } else if (state == State.CLOSED) {
                return "has text after the closing quote of a value; a quote inside quotes is written twice";
            } else {
                value.append(c);
                state = State.PLAIN;
            }
            return null;
        }

        private @Nullable String quote() {
            if (state == State.PLAIN) {
                return "has a quote inside a value that is not quoted; put the whole value in quotes and double it";
            }
            if (state == State.CLOSED) {
                value.append('"');
            }
            state = State.QUOTED;
            return null;
        }

        private @Nullable String nextValue() {
            endValue();
            return values.size() < MOST_VALUES ? null : "has more than " + MOST_VALUES + " values";
        }

        private void endValue() {
            values.add(value.toString());
            value.setLength(0);
            state = State.START;
        }

        private void endRecord(char c) {
            if (c == '\n') {
                endValue();
                complete = true;
            }
        }

        boolean complete() {
            return complete;
        }

        boolean insideQuotes() {
            return state == State.QUOTED;
        }

        List<String> finish() {
            endValue();
            return values;
        }

        List<String> values() {
            return values;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
