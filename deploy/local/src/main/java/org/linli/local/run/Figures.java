package org.linli.local.run;

import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.ItemPages;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the suite knows of the cities the files speak of: consolidated figures by scope, period and line, obligations
 * by branch and period, and the ledger's totals. Amounts in yuan.
 *
 * @param scopes by code, period and line
 * @param obligations by branch and period
 * @param ledger trial balance of the whole ledger
 */
public record Figures(
        Map<String, Map<String, Map<String, Amounts>>> scopes,
        Map<String, Map<String, Obligation>> obligations,
        TrialBalance ledger) {

    /** Gross revenue, the part of it eliminated at the scope, and how many entries it comes from. */
    public record Amounts(BigDecimal gross, BigDecimal eliminated, long entries) {
        public static final Amounts NONE = new Amounts(new BigDecimal("0.00"), new BigDecimal("0.00"), 0);

        /** What counts outside the scope. */
        public BigDecimal external() {
            return gross.subtract(eliminated);
        }

        /** The sum of both. */
        public Amounts plus(Amounts other) {
            return new Amounts(gross.add(other.gross), eliminated.add(other.eliminated), entries + other.entries);
        }
    }

    /** What a branch owes for a period. */
    public record Obligation(BigDecimal base, BigDecimal rate, BigDecimal owed) {}

    /** Totals of the double-entry ledger. */
    public record TrialBalance(BigDecimal debits, BigDecimal credits, long entries) {}

    private record Cell(
            String scope, String period, String line, BigDecimal gross, BigDecimal eliminated, long entries) {}

    private record ObligationItem(String unit, String period, BigDecimal base, BigDecimal rate, BigDecimal owed) {}

    /** Reads them through the gateway as HQ. */
    public static Figures read(GatewayClient gateway, Set<String> cities) {
        Map<String, Map<String, Map<String, Amounts>>> scopes = new TreeMap<>();
        Map<String, Map<String, Obligation>> obligations = new TreeMap<>();
        for (String city : cities) {
            ItemPages.each(
                    gateway,
                    Clients.HQ,
                    "/api/company/consolidation/cells?limit=5000&within=" + city,
                    Cell.class,
                    cell -> scopes.computeIfAbsent(cell.scope(), scope -> new TreeMap<>())
                            .computeIfAbsent(cell.period(), period -> new TreeMap<>())
                            .put(cell.line(), new Amounts(cell.gross(), cell.eliminated(), cell.entries())));
            ItemPages.each(
                    gateway,
                    Clients.HQ,
                    "/api/fund/obligations?limit=1000&within=" + city,
                    ObligationItem.class,
                    item -> obligations
                            .computeIfAbsent(item.unit(), unit -> new TreeMap<>())
                            .put(item.period(), new Obligation(item.base(), item.rate(), item.owed())));
        }
        TrialBalance ledger =
                gateway.get(Clients.HQ, "/api/fund/ledger/trial-balance").required(TrialBalance.class);
        return new Figures(scopes, obligations, ledger);
    }

    /** The figures of a scope and period over all lines. */
    public Amounts total(String scope, String period) {
        return scopes.getOrDefault(scope, Map.of()).getOrDefault(period, Map.of()).values().stream()
                .reduce(Amounts.NONE, Amounts::plus);
    }
}
