package org.linli.local.chaos;

import org.linli.local.gateway.Answer;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.OrderedExecutors;
import org.linli.local.proof.Division;
import org.linli.local.proof.IndependentBooks;
import org.linli.testing.BusinessLines;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The main flow as people do it: branches book entry by entry, submit a month, HQ accepts, and part of each month
 * comes late as a correction that supersedes the first statement. Everything is drawn from a seed.
 */
public final class RevenueWorkload implements Workload {
    private static final int BRANCHES = 10;
    private static final int MONTHS = 4;
    private static final int SIDE_BY_SIDE = 4;

    private final GatewayClient gateway;
    private final long seed;
    private final int perMonth;
    private final List<Division> branches;
    private final IndependentBooks books = new IndependentBooks();
    private final Set<String> numbers = new ConcurrentSkipListSet<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong acceptances = new AtomicLong();

    /** @param entries about how many; a multiple of 40 is kept exactly */
    public RevenueWorkload(GatewayClient gateway, int entries, long seed) {
        this.gateway = gateway;
        this.seed = seed;
        this.perMonth = entries / (BRANCHES * MONTHS);
        this.branches = IntStream.range(0, BRANCHES)
                .mapToObj(i -> new Division(city() + "01001" + (101 + i), "分公司" + i))
                .toList();
    }

    /** Each seed has an invented city of its own, so that rounds on one suite do not mix. */
    public String city() {
        return InventedCity.of(50, seed);
    }

    private record StatementView(String id) {}

    @Override
    public long size() {
        return (long) perMonth * BRANCHES * MONTHS;
    }

    @Override
    public long acknowledged() {
        return acknowledged.get();
    }

    /** What the acknowledged entries must add up to. */
    public IndependentBooks books() {
        return books;
    }

    /** Numbers of all acknowledged entries. */
    public Set<String> numbers() {
        return numbers;
    }

    /** How many statements were accepted, corrections included. */
    public long acceptances() {
        return acceptances.get();
    }

    @Override
    public void run(Pace pace) {
        register();
        try (OrderedExecutors lanes = new OrderedExecutors(SIDE_BY_SIDE)) {
            for (int month = 1; month <= MONTHS; month++) {
                YearMonth period = YearMonth.of(2025, month);
                branches.forEach(branch -> lanes.give(() -> bookMonth(branch, period, pace)));
            }
            lanes.await();
        }
    }

    private void register() {
        List<Map<String, String>> units = branches.stream()
                .map(branch -> Map.of("code", branch.code(), "name", branch.name(), "unitClass", "VENUE"))
                .toList();
        gateway.post(Clients.HQ, "/api/company/units/batch", Map.of("units", units), "chaos-units-" + seed)
                .required(Object.class);
    }

    private void bookMonth(Division branch, YearMonth period, Pace pace) {
        Random random = new Random(seed ^ (branch.code() + period).hashCode());
        int first = perMonth * 3 / 5;
        for (int i = 0; i < perMonth; i++) {
            pace.await();
            book(entry(branch, period, i, random));
            if (i == first - 1 || i == perMonth - 1) {
                report(branch, period, i);
            }
        }
    }

    private void book(Map<String, Object> entry) {
        String number = String.valueOf(entry.get("entryNo"));
        Answer answer = gateway.post(Clients.CLERK, "/api/company/entries", entry, "chaos-" + number);
        if (!answer.succeeded()) {
            throw new CallFailure("Entry " + number + " was refused with " + answer.status() + ": "
                    + answer.problem().shown());
        }
        books.add(new IndependentBooks.Entry(
                String.valueOf(entry.get("unit")),
                String.valueOf(entry.get("period")),
                String.valueOf(entry.get("line")),
                String.valueOf(entry.getOrDefault("counterparty", "")),
                new BigDecimal(String.valueOf(entry.get("gross"))),
                new BigDecimal(String.valueOf(entry.get("tax")))));
        numbers.add(number);
        acknowledged.incrementAndGet();
    }

    private void report(Division branch, YearMonth period, int upTo) {
        String key = "chaos-" + seed + "-" + branch.code() + "-" + period + "-" + upTo;
        StatementView statement = gateway.post(
                        Clients.HEAD,
                        "/api/company/statements",
                        Map.of("unit", branch.code(), "period", period.toString(), "submit", true),
                        key)
                .required(StatementView.class);
        gateway.post(Clients.HQ, "/api/company/statements/" + statement.id() + "/acceptance", Map.of(), key + "-accept")
                .required(StatementView.class);
        acceptances.incrementAndGet();
    }

    private Map<String, Object> entry(Division branch, YearMonth period, int index, Random random) {
        BigDecimal gross = BigDecimal.valueOf(100 + random.nextInt(200_000), 2);
        BigDecimal tax = BigDecimal.valueOf(random.nextInt(100), 2);
        boolean refund = random.nextInt(20) == 0;
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("entryNo", String.format(Locale.ROOT, "C%d-%s-%s-%03d", seed, branch.code(), period, index));
        entry.put("unit", branch.code());
        entry.put("period", period.toString());
        entry.put("date", period.atDay(1 + random.nextInt(28)).toString());
        entry.put("line", BusinessLines.CODES.get(random.nextInt(BusinessLines.CODES.size())));
        entry.put("gross", signed(gross, refund));
        entry.put("tax", signed(tax, refund));
        entry.put("directCost", "0.00");
        if (random.nextInt(10) == 0) {
            List<Division> others = new ArrayList<>(branches);
            others.remove(branch);
            entry.put("counterparty", others.get(random.nextInt(others.size())).code());
        }
        return entry;
    }

    private static String signed(BigDecimal amount, boolean refund) {
        return (refund ? amount.negate() : amount).toPlainString();
    }
}
