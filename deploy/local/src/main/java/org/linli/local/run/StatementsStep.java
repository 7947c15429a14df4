package org.linli.local.run;

import org.jspecify.annotations.Nullable;
import org.linli.local.gateway.Answer;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.OrderedExecutors;
import org.linli.local.run.Rows.UnitPeriod;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * One statement a branch and period: submitted as its head, accepted as HQ. Where nothing is new nothing is
 * submitted; a statement that an interrupted run left open is brought to its end first.
 */
final class StatementsStep {
    private static final String PATH = "/api/company/statements";
    private static final int SIDE_BY_SIDE = 8;
    /** An open statement may stand before the new one, and be followed by another. */
    private static final int ROUNDS = 4;

    private static final Set<String> OPEN = Set.of("DRAFT", "RETURNED", "SUBMITTED");

    private final GatewayClient gateway;
    private final String runId;
    private final LongConsumer progress;
    private final Map<UnitPeriod, Statement> accepted = new ConcurrentHashMap<>();
    private final AtomicLong acceptances = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    /** @param progress told how many branches and periods are done */
    StatementsStep(GatewayClient gateway, String runId, LongConsumer progress) {
        this.gateway = gateway;
        this.runId = runId;
        this.progress = progress;
    }

    /** A statement as the API shows it. */
    record Statement(String id, String state, @Nullable Totals totals) {}

    /** Sums of a statement. */
    record Totals(BigDecimal gross, BigDecimal tax, long entries) {}

    /** Submits and accepts; gives the last accepted statement of each branch and period that had something new. */
    Map<UnitPeriod, Statement> submitAndAccept(Iterable<UnitPeriod> unitPeriods) {
        try (OrderedExecutors lanes = new OrderedExecutors(SIDE_BY_SIDE)) {
            unitPeriods.forEach(one -> lanes.give(() -> {
                bringToAcceptance(one);
                progress.accept(done.incrementAndGet());
            }));
            lanes.await();
        }
        return Map.copyOf(accepted);
    }

    /** How many statements were accepted; more than one where an open one stood before. */
    long acceptances() {
        return acceptances.get();
    }

    private void bringToAcceptance(UnitPeriod one) {
        for (int round = 0; round < ROUNDS; round++) {
            String key = runId + "-" + one.unit() + "-" + one.period() + "-" + round;
            Answer answer = gateway.post(
                    Clients.HEAD,
                    PATH,
                    Map.of("unit", one.unit(), "period", one.period(), "submit", true),
                    key + "-submit");
            if (answer.succeeded()) {
                accept(one, answer.as(Statement.class), key);
                return;
            }
            if (answer.problem().slug().equals("nothing-to-report")) {
                return;
            }
            Statement open = open(one)
                    .orElseThrow(() -> new CallFailure("The statement of " + one.unit() + " for " + one.period()
                            + " was refused: " + answer.problem().shown()));
            accept(one, submitted(open, key), key);
        }
        throw new CallFailure("The statement of " + one.unit() + " for " + one.period()
                + " is being changed by somebody else all the time");
    }

    private Optional<Statement> open(UnitPeriod one) {
        String query = "?within=" + one.unit() + "&period=" + URLEncoder.encode(one.period(), StandardCharsets.UTF_8);
        return gateway.get(Clients.HQ, PATH + query).required(StatementList.class).items().stream()
                .filter(statement ->
                        statement.state().equals("DRAFT") || statement.state().equals("SUBMITTED"))
                .findFirst();
    }

    private record StatementList(List<Statement> items) {}

    private Statement submitted(Statement open, String key) {
        if (open.state().equals("SUBMITTED")) {
            return open;
        }
        return gateway.post(Clients.HEAD, PATH + "/" + open.id() + "/submission", Map.of(), key + "-submission")
                .required(Statement.class);
    }

    private void accept(UnitPeriod one, Statement statement, String key) {
        Statement after = gateway.post(
                        Clients.HQ, PATH + "/" + statement.id() + "/acceptance", Map.of(), key + "-accept")
                .required(Statement.class);
        acceptances.incrementAndGet();
        accepted.put(one, after);
    }
}
