package org.linli.company.consolidation;

import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Seeded histories of accepted statements over two cities, three districts and four streets: corrections, refunds,
 * changes of class, emptied statements, sales between units of every level, mixed across branches.
 */
public final class StatementHistories {

    private static final List<String> UNDER_THE_CITY =
            List.of("03006101", "03006102", "03006107", "03007101", "03007102", "04001101");
    private static final List<String> UNDER_THE_OTHER_CITY = List.of("05003101", "05003102");
    private static final List<String> LINES = List.of("CANTEEN", "FAIR", "TRAINING", "VENUE_RENTAL", "OTHER");
    private static final List<String> PARTNERS = List.of("邻里食堂", "O'Brien \"&\" Söhne", "a\\b{c},d", "青禾 studio");
    private static final List<String> CLASSES = List.of("ALL_ROUND", "RESOURCE", "VENUE", "EXPLORATORY");

    private final Random random;
    private final List<UnitCode> branches;
    private final Map<StatementKey, Integer> versions = new HashMap<>();
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");

    public StatementHistories(long seed) {
        this(seed, "4407", "4401");
    }

    /** The same history in two other cities, so that tests can share a database. */
    public StatementHistories(long seed, String city, String otherCity) {
        this.random = new Random(seed);
        this.branches = Stream.concat(
                        UNDER_THE_CITY.stream().map(rest -> city + rest),
                        UNDER_THE_OTHER_CITY.stream().map(rest -> otherCity + rest))
                .map(UnitCode::of)
                .toList();
    }

    /** So many accepted versions in an order that keeps only each branch and period in order. */
    public List<AcceptedStatement> history(int statements) {
        List<AcceptedStatement> history = new ArrayList<>();
        for (int made = 0; made < statements; made++) {
            history.add(statement());
        }
        return mixed(history);
    }

    /** The history cut into batches of random sizes, some of them single. */
    public List<List<AcceptedStatement>> batches(List<AcceptedStatement> history) {
        List<List<AcceptedStatement>> batches = new ArrayList<>();
        for (int from = 0; from < history.size(); ) {
            int to = Math.min(history.size(), from + 1 + random.nextInt(random.nextBoolean() ? 3 : 40));
            batches.add(history.subList(from, to));
            from = to;
        }
        return batches;
    }

    private AcceptedStatement statement() {
        UnitCode unit = pick(branches);
        YearMonth period = YearMonth.of(2026, 1 + random.nextInt(4));
        StatementKey key = new StatementKey(unit, period);
        int version = versions.merge(key, 1 + random.nextInt(2), Integer::sum);
        now = now.plusSeconds(random.nextInt(90));
        return new AcceptedStatement(
                unit + "-" + period + "-" + version,
                key,
                version,
                random.nextInt(5) == 0 ? null : pick(CLASSES),
                now,
                lines());
    }

    private List<StatementLine> lines() {
        List<StatementLine> lines = new ArrayList<>();
        int count = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(8);
        for (int made = 0; made < count; made++) {
            lines.add(new StatementLine(
                    pick(LINES),
                    random.nextInt(3) == 0 ? "夜校" : null,
                    random.nextBoolean() ? pick(PARTNERS) : null,
                    counterparty(),
                    measures()));
        }
        return lines;
    }

    /** Nobody, a branch near or far (itself too), or one of the units above a branch. */
    private @Nullable UnitCode counterparty() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        return pick(pick(branches).lineage());
    }

    /** A sale or a refund, from one fen to just below the largest amount that may be entered. */
    private Amounts measures() {
        long gross = random.nextInt(20) == 0 ? 99_999_999_999_999L : 1 + random.nextInt(5_000_000);
        long tax = (long) (gross * random.nextDouble());
        long cost = (long) (gross * random.nextDouble());
        int sign = random.nextInt(4) == 0 ? -1 : 1;
        return new Amounts(
                Yuan.ofFen(sign * gross), Yuan.ofFen(sign * tax), Yuan.ofFen(sign * cost), 1 + random.nextInt(30));
    }

    /** Shuffles, then puts the statements of each branch and period back into their order. */
    private List<AcceptedStatement> mixed(List<AcceptedStatement> history) {
        Map<StatementKey, List<AcceptedStatement>> inOrder = new HashMap<>();
        history.forEach(each ->
                inOrder.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
        List<StatementKey> order =
                new ArrayList<>(history.stream().map(AcceptedStatement::key).toList());
        Collections.shuffle(order, random);
        return order.stream().map(key -> inOrder.get(key).removeFirst()).toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
