package org.linli.local.proof;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures that entries must lead to, by the rules of the domain and nothing of the suite: an entry counts at its
 * branch, street, district and city; it is eliminated where its counterparty lies under the same scope; a branch owes
 * a fifth of gross less tax for a period, rounded half up to the fen, never less than nothing.
 */
public final class IndependentBooks {
    private static final BigDecimal RATE = new BigDecimal("0.20");
    private static final int[] LEVELS = {12, 9, 6, 4};

    private final Map<String, Sum> cells = new TreeMap<>();
    private final Map<String, BigDecimal> bases = new TreeMap<>();
    private long entries;

    /** Gross, the eliminated part, and the number of entries. */
    public record Sum(BigDecimal gross, BigDecimal eliminated, long entries) {
        private static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        private Sum plus(BigDecimal amount, boolean inside) {
            return new Sum(gross.add(amount), inside ? eliminated.add(amount) : eliminated, entries + 1);
        }
    }

    /** An entry as far as sums are concerned; an empty counterparty is an outside customer. */
    public record Entry(
            String unit, String period, String line, String counterparty, BigDecimal gross, BigDecimal tax) {}

    /** The books of an entries file, every row of which is good. */
    public static IndependentBooks of(Path entriesFile) {
        IndependentBooks books = new IndependentBooks();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = Files.newBufferedReader(entriesFile);
                CSVParser rows = format.parse(in)) {
            for (CSVRecord row : rows) {
                books.add(new Entry(
                        row.get("unit_code"),
                        row.get("period"),
                        row.get("line"),
                        row.get("counterparty_unit"),
                        new BigDecimal(row.get("gross")),
                        new BigDecimal(row.get("tax"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return books;
    }

    /** Books one entry. */
    public synchronized void add(Entry entry) {
        entries++;
        for (int level : LEVELS) {
            String scope = entry.unit().substring(0, level);
            boolean inside = entry.counterparty().startsWith(scope);
            cells.merge(
                    scope + " " + entry.period() + " " + entry.line(),
                    Sum.NONE.plus(entry.gross(), inside),
                    (before, one) -> before.plus(entry.gross(), inside));
        }
        bases.merge(entry.unit() + " " + entry.period(), entry.gross().subtract(entry.tax()), BigDecimal::add);
    }

    /** By {@code scope period line}. */
    public synchronized Map<String, Sum> cells() {
        return new TreeMap<>(cells);
    }

    /** What each branch owes by {@code branch period}. */
    public synchronized Map<String, BigDecimal> owed() {
        Map<String, BigDecimal> owed = new TreeMap<>();
        bases.forEach((key, base) ->
                owed.put(key, base.multiply(RATE).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP)));
        return owed;
    }

    /** Gross less tax by {@code branch period}. */
    public synchronized Map<String, BigDecimal> bases() {
        return new TreeMap<>(bases);
    }

    public synchronized long entries() {
        return entries;
    }
}
