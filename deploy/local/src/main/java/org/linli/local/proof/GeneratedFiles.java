package org.linli.local.proof;

import org.linli.testing.BusinessLines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The two files of the main job, made from a seed: every branch and period is hit, entries come in no order, a
 * tenth are sales to another unit of the same street or farther away, some are refunds, some values need quotes.
 */
public final class GeneratedFiles {
    private static final List<String> CLASSES = List.of("ALL_ROUND", "RESOURCE", "VENUE", "EXPLORATORY");
    private static final List<String> TEXTS = List.of("", "春季", "say \"hi\", twice", "two\nlines", "午餐 🍚");

    private final Path directory;
    private final List<Division> branches;
    private final Random random;

    private GeneratedFiles(Path directory, List<Division> branches, long seed) {
        this.directory = directory;
        this.branches = branches;
        this.random = new Random(seed);
    }

    /**
     * Writes {@code units.csv} and {@code entries.csv} into the directory.
     *
     * @param entries how many rows
     */
    public static void write(Path directory, List<Division> branches, int entries, long seed) {
        GeneratedFiles files = new GeneratedFiles(directory, branches, seed);
        try {
            Files.createDirectories(directory);
            files.writeUnits();
            files.writeEntries(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeUnits() throws IOException {
        try (Writer out = Files.newBufferedWriter(directory.resolve("units.csv"))) {
            out.write("code,name,class,credit_code\r\n");
            for (int i = 0; i < branches.size(); i++) {
                Division branch = branches.get(i);
                out.write(branch.code() + "," + branch.name() + "," + CLASSES.get(i % CLASSES.size()) + ",\r\n");
            }
        }
    }

    private void writeEntries(int count) throws IOException {
        List<YearMonth> periods = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(2025, month))
                .toList();
        try (Writer out = Files.newBufferedWriter(directory.resolve("entries.csv"))) {
            out.write("entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,"
                    + "memo\r\n");
            for (int i = 0; i < count; i++) {
                int pair = i % (branches.size() * periods.size());
                out.write(row(i, branches.get(pair % branches.size()), periods.get(pair / branches.size())));
            }
        }
    }

    private String row(int number, Division branch, YearMonth period) {
        BigDecimal gross = BigDecimal.valueOf(1 + random.nextInt(5_000_000), 2);
        BigDecimal tax = BigDecimal.valueOf(random.nextInt(gross.unscaledValue().intValue() / 10 + 1), 2);
        BigDecimal cost =
                BigDecimal.valueOf(random.nextInt(gross.unscaledValue().intValue() / 2 + 1), 2);
        boolean refund = random.nextInt(30) == 0;
        return String.join(
                        ",",
                        String.format(Locale.ROOT, "E-%07d", number),
                        branch.code(),
                        period.toString(),
                        period.atDay(1 + random.nextInt(28)).toString(),
                        BusinessLines.CODES.get(random.nextInt(BusinessLines.CODES.size())),
                        random.nextInt(4) == 0 ? "P" + random.nextInt(5) : "",
                        counterparty(branch),
                        random.nextInt(3) == 0 ? "合伙人" + random.nextInt(9) : "",
                        signed(gross, refund),
                        signed(tax, refund),
                        signed(cost, refund),
                        quoted(TEXTS.get(random.nextInt(TEXTS.size()))))
                + "\r\n";
    }

    private String counterparty(Division branch) {
        return switch (random.nextInt(20)) {
            case 0 -> otherThan(branch);
            case 1 -> branch.code().substring(0, 9);
            case 2 -> branch.code().substring(0, random.nextBoolean() ? 6 : 4);
            default -> "";
        };
    }

    /** A branch sells nothing to itself. */
    private String otherThan(Division branch) {
        String other = branches.get(random.nextInt(branches.size())).code();
        return other.equals(branch.code()) ? "" : other;
    }

    private static String signed(BigDecimal amount, boolean refund) {
        return (refund ? amount.negate() : amount).toPlainString();
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
