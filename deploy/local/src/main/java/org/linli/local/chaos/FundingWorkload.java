package org.linli.local.chaos;

import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.ItemPages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** HQ moves half of what each branch of a city owes, in two transfers. */
final class FundingWorkload {
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private final GatewayClient gateway;
    private final String city;
    private final Map<String, BigDecimal> moved = new LinkedHashMap<>();

    FundingWorkload(GatewayClient gateway, String city) {
        this.gateway = gateway;
        this.city = city;
    }

    private record Obligation(String unit, String period, BigDecimal owed, BigDecimal funded) {}

    void run() {
        for (Obligation due : obligations()) {
            BigDecimal amount = due.owed().multiply(QUARTER).setScale(2, RoundingMode.DOWN);
            if (amount.signum() > 0) {
                transfer(due, amount, 1);
                transfer(due, amount, 2);
                moved.put(due.unit() + " " + due.period(), amount.add(amount));
            }
        }
    }

    private void transfer(Obligation due, BigDecimal amount, int number) {
        String reference = "CUT-" + due.unit() + "-" + due.period() + "-" + number;
        gateway.post(
                        Clients.HQ,
                        "/api/fund/fundings",
                        Map.of(
                                "unit",
                                due.unit(),
                                "period",
                                due.period(),
                                "amount",
                                amount.toPlainString(),
                                "date",
                                LocalDate.now(PartnerPlace.DAYS).toString(),
                                "reference",
                                reference),
                        reference)
                .required(Object.class);
    }

    Invariant invariant() {
        return new Invariant("every acknowledged transfer is booked, once", this::violations);
    }

    private List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Obligation found : obligations()) {
            BigDecimal due = moved.getOrDefault(found.unit() + " " + found.period(), BigDecimal.ZERO);
            if (found.funded().compareTo(due) != 0) {
                violations.add(found + " instead of " + due);
            }
        }
        return violations;
    }

    private List<Obligation> obligations() {
        List<Obligation> all = new ArrayList<>();
        ItemPages.each(
                gateway,
                Clients.HQ,
                "/api/fund/obligations?limit=1000&from=2025-01&to=2025-12&within=" + city,
                Obligation.class,
                all::add);
        return all;
    }
}
