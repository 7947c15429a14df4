package org.linli.local.demo;

import org.linli.local.proof.Division;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A year of Huanshi street as two files that {@code ./linli run} takes as well: real communities, invented revenue
 * from a seed. One sale in fifteen is to another branch or to the street company, so that there is something to
 * eliminate; one in forty is a refund.
 */
public final class SampleYear {
    /** Code of Huanshi street and its street company. */
    public static final String STREET = "440703006";

    private static final int YEAR = 2025;

    private final List<Division> branches = Division.ofHuanshi();
    private final Random random;
    private int number;

    private SampleYear(long seed) {
        this.random = new Random(seed);
    }

    /** First and last period of the sample. */
    public static List<String> periods() {
        return List.of(YEAR + "-01", YEAR + "-12");
    }

    /** Writes {@code units.csv} and {@code entries.csv}; the same seed gives the same files. */
    public static void write(Path directory, long seed) {
        SampleYear year = new SampleYear(seed);
        try {
            Files.createDirectories(directory);
            year.writeUnits(directory.resolve("units.csv"));
            year.writeEntries(directory.resolve("entries.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeUnits(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("code,name,class,credit_code\n4407,江门市,,\n440703,蓬江区,,\n" + STREET + ",环市街道,,\n");
            for (int i = 0; i < branches.size(); i++) {
                Division branch = branches.get(i);
                out.write(branch.code() + "," + branch.shortName() + "分公司," + BranchClass.of(i) + ",\n");
            }
        }
    }

    private void writeEntries(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,"
                    + "memo\n");
            for (int month = 1; month <= 12; month++) {
                for (int i = 0; i < branches.size(); i++) {
                    writeMonth(out, i, YearMonth.of(YEAR, month));
                }
            }
        }
    }

    private void writeMonth(Writer out, int index, YearMonth month) throws IOException {
        BranchClass branchClass = BranchClass.of(index);
        int entries = 8 + random.nextInt(8);
        for (int i = 0; i < entries; i++) {
            String line =
                    branchClass.lines().get(random.nextInt(branchClass.lines().size()));
            LocalDate date = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            out.write(entry(branches.get(index), date, line));
        }
    }

    private String entry(Division branch, LocalDate date, String line) {
        LineHabit habit = LineHabit.of(line);
        boolean refund = random.nextInt(40) == 0;
        BigDecimal gross = BigDecimal.valueOf(habit.typicalYuan() * (4_000L + random.nextInt(14_000)), 4)
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal tax = share(gross, 1);
        BigDecimal cost = share(gross, habit.costShare());
        String partner = habit.partners().isEmpty()
                ? ""
                : habit.partners().get(random.nextInt(habit.partners().size()));
        return String.join(
                ",",
                String.format(Locale.ROOT, "HS%d-%05d", YEAR, ++number),
                branch.code(),
                YearMonth.from(date).toString(),
                date.toString(),
                line,
                "",
                counterparty(branch),
                partner,
                signed(gross, refund),
                signed(tax, refund),
                signed(cost, refund),
                (refund ? "退款：" : "") + habit.memo() + "\n");
    }

    private String counterparty(Division branch) {
        int draw = random.nextInt(30);
        if (draw > 1) {
            return "";
        }
        Division other = branches.get(random.nextInt(branches.size()));
        return draw == 0 || other.equals(branch) ? STREET : other.code();
    }

    private static BigDecimal share(BigDecimal gross, int percent) {
        return gross.multiply(BigDecimal.valueOf(percent)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    private static String signed(BigDecimal amount, boolean refund) {
        return (refund ? amount.negate() : amount).toPlainString();
    }
}
