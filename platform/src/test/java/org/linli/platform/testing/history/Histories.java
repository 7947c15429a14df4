package org.linli.platform.testing.history;

import org.jspecify.annotations.Nullable;
import org.linli.testing.BusinessLines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Builds a {@link History} from a seed: the same seed and settings give the same history, to the last character.
 *
 * <p>About one entry in twelve is a refund, one in six a sale to another unit (sibling, own street, another street, own
 * city), one in a hundred is near the largest amount allowed; amounts end in odd fen so that a fifth of them has to be
 * rounded. A correction repeats all that was reported before, takes some of it back and adds to it.
 */
public final class Histories {

    private static final List<String> CLASSES = List.of("ALL_ROUND", "RESOURCE", "VENUE", "EXPLORATORY");
    private static final List<String> PARTNERS = List.of("杏林堂诊所", "Café \"Neighbour\"", "乐龄社工站", "好邻居, 家政");
    private static final List<String> PROJECTS = List.of("周末夜市", "长者饭堂", "共享停车·一期");
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");
    private static final AtomicInteger STREETS = new AtomicInteger();

    private static final List<Integer> PROVINCES = List.of(45, 51, 52, 53, 61, 63, 64, 65, 36, 37, 41, 42, 43);

    private final SplittableRandom random;
    private final long seed;
    private String street = "440703006";
    private int branches = 4;
    private boolean otherStreet = true;
    private YearMonth firstPeriod = YearMonth.of(2026, 1);
    private int periods = 2;
    private int entries = 6;
    private double corrections = 0.4;
    private int entryNumber;

    private Histories(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Starts a history of 4 branches of Huanshi street and one of another street, over January and February 2026. */
    public static Histories seeded(long seed) {
        return new Histories(seed);
    }

    /** A street in a city that no other test of this JVM has been given, so that tests can share a database. */
    public static String freshStreet() {
        int n = STREETS.getAndIncrement();
        return "%02d%02d%02d%03d".formatted(PROVINCES.get(n / 99), 1 + n % 99, 1 + n % 20, 1 + n % 900);
    }

    /** The street (9 digits) that the branches belong to. */
    public Histories street(String code) {
        street = code;
        return this;
    }

    /** How many branches the street has (codes from …101 on). */
    public Histories branches(int count) {
        branches = count;
        return this;
    }

    /** Leaves out the branch of another street. */
    public Histories oneStreetOnly() {
        otherStreet = false;
        return this;
    }

    /** From which month on ({@code YYYY-MM}), and how many months. */
    public Histories periods(String first, int count) {
        firstPeriod = YearMonth.parse(first);
        periods = count;
        return this;
    }

    /** How many entries a first statement has. */
    public Histories entries(int aStatement) {
        entries = aStatement;
        return this;
    }

    /** How likely each statement is to be followed by a correction, 0 to below 1. */
    public Histories corrections(double chance) {
        corrections = chance;
        return this;
    }

    /** The history. */
    public History make() {
        List<Unit> units = units();
        List<List<Statement>> chains = new ArrayList<>();
        for (Unit branch : units.stream().filter(Unit::isBranch).toList()) {
            for (int i = 0; i < periods; i++) {
                chains.add(chain(branch, firstPeriod.plusMonths(i).toString(), units));
            }
        }
        return new History(seed, units, shuffledTogether(chains));
    }

    private List<Unit> units() {
        String city = street.substring(0, 4);
        String district = street.substring(0, 6);
        var units = new ArrayList<>(List.of(
                new Unit(city, "市 " + city, null),
                new Unit(district, "区 " + district, null),
                new Unit(street, "街道 " + street, null)));
        IntStream.range(0, branches).mapToObj(i -> branch(street, 101 + i)).forEach(units::add);
        if (otherStreet) {
            String other = neighbour(street);
            units.add(new Unit(other, "街道 " + other, null));
            units.add(branch(other, 101));
        }
        return List.copyOf(units);
    }

    /** Another street of the same district. */
    public static String neighbour(String street) {
        int last = Integer.parseInt(street.substring(6));
        return street.substring(0, 6) + "%03d".formatted(last == 999 ? 1 : last + 1);
    }

    private Unit branch(String under, int number) {
        return new Unit(under + number, "社区 " + under + number, oneOf(CLASSES));
    }

    private List<Statement> chain(Unit branch, String period, List<Unit> units) {
        var chain = new ArrayList<Statement>();
        var reported = new ArrayList<Entry>();
        @Nullable String supersedes = null;
        int version = 1;
        do {
            if (version > 1) {
                takeSomeBack(reported);
            }
            int count = version == 1 ? entries : Math.max(1, entries / 3);
            IntStream.range(0, count).forEach(i -> reported.add(entry(branch.code(), period, units)));
            var statement = new Statement(
                    branch.code(),
                    period,
                    version,
                    supersedes,
                    chain.size() + 1L,
                    branch.unitClass(),
                    List.copyOf(reported));
            chain.add(statement);
            supersedes = statement.id();
            version++;
        } while (random.nextDouble() < corrections);
        return chain;
    }

    private void takeSomeBack(List<Entry> reported) {
        for (Entry entry : List.copyOf(reported)) {
            if (entry.gross().signum() > 0 && random.nextInt(12) == 0) {
                reported.add(entry.refundedAs(nextNumber(entry.unit())));
            }
        }
    }

    private Entry entry(String unit, String period, List<Unit> units) {
        BigDecimal gross = amount();
        BigDecimal sign = BigDecimal.valueOf(random.nextInt(12) == 0 ? -1 : 1);
        return new Entry(
                nextNumber(unit),
                unit,
                period,
                YearMonth.parse(period).atDay(1 + random.nextInt(28)),
                oneOf(BusinessLines.CODES),
                random.nextInt(3) == 0 ? oneOf(PROJECTS) : null,
                random.nextInt(2) == 0 ? oneOf(PARTNERS) : null,
                random.nextInt(6) == 0 ? oneOf(units).code() : null,
                gross.multiply(sign),
                share(gross, oneOf(List.of(0, 1, 3, 6))).multiply(sign),
                share(gross, random.nextInt(101)).multiply(sign));
    }

    private BigDecimal amount() {
        return switch (random.nextInt(100)) {
            case 0 -> LARGEST.subtract(BigDecimal.valueOf(random.nextInt(1000), 2));
            case 1, 2, 3 -> BigDecimal.valueOf(random.nextInt(10), 2);
            default -> BigDecimal.valueOf(random.nextInt(1, 1_000_000), 2);
        };
    }

    private static BigDecimal share(BigDecimal gross, int percent) {
        return gross.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.DOWN);
    }

    private String nextNumber(String unit) {
        return "E%s-%s-%05d".formatted(Long.toString(seed, 36), unit, ++entryNumber);
    }

    /** Mixes the chains at random, each in its own order. */
    private List<Statement> shuffledTogether(List<List<Statement>> chains) {
        var waiting = new ArrayList<>(
                chains.stream().<List<Statement>>map(ArrayList::new).toList());
        var mixed = new ArrayList<Statement>();
        while (!waiting.isEmpty()) {
            int which = random.nextInt(waiting.size());
            mixed.add(waiting.get(which).removeFirst());
            if (waiting.get(which).isEmpty()) {
                waiting.remove(which);
            }
        }
        return List.copyOf(mixed);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
