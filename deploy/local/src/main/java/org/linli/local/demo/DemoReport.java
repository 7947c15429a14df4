package org.linli.local.demo;

import org.jspecify.annotations.Nullable;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.ItemPages;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What HQ sees of the year, read through the gateway as {@code hq}, a person of the demo. */
public final class DemoReport {
    private static final String HQ = "hq";

    private final GatewayClient gateway;
    private final PrintStream out;
    private final String range = "?from=" + SampleYear.periods().get(0) + "&to="
            + SampleYear.periods().get(1);

    public DemoReport(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    private record Figures(BigDecimal gross, BigDecimal eliminated, BigDecimal external, long entries) {}

    private record LineFigures(
            String line, BigDecimal gross, BigDecimal eliminated, BigDecimal external, long entries) {}

    private record ClassFigures(
            @Nullable String unitClass, BigDecimal gross, BigDecimal eliminated, BigDecimal external, long entries) {}

    private record BranchFigures(
            String branch,
            String name,
            @Nullable String unitClass,
            BigDecimal gross,
            BigDecimal eliminated,
            BigDecimal external) {}

    private record Consolidated(
            String scope, String name, Figures total, List<LineFigures> byLine, List<ClassFigures> byClass) {}

    private record Compliance(String key, BigDecimal base, BigDecimal owed, BigDecimal funded) {}

    private record TrialBalance(List<Account> accounts, BigDecimal debits, BigDecimal credits, long entries) {}

    private record Account(String account, String name, BigDecimal debits, BigDecimal credits) {}

    /** Prints the year by class, line and branch, what is owed, and the trial balance. */
    public void print() {
        Consolidated year = gateway.get(HQ, "/api/company/consolidation/" + SampleYear.STREET + range)
                .required(Consolidated.class);
        out.println();
        out.println(year.name() + " " + SampleYear.periods().get(0) + " … "
                + SampleYear.periods().get(1) + ", consolidated at the street, yuan");
        byClass(year);
        byLine(year);
        byBranch();
        trialBalance();
    }

    private void byClass(Consolidated year) {
        TextTable table = new TextTable("class", "gross", "eliminated", "external", "entries");
        year.byClass()
                .forEach(one -> table.row(
                        title(one.unitClass()),
                        yuan(one.gross()),
                        yuan(one.eliminated()),
                        yuan(one.external()),
                        "" + one.entries()));
        Figures total = year.total();
        table.row("all", yuan(total.gross()), yuan(total.eliminated()), yuan(total.external()), "" + total.entries());
        out.println();
        out.print(table.text());
    }

    private static String title(@Nullable String unitClass) {
        return Arrays.stream(BranchClass.values())
                .filter(one -> one.name().equals(unitClass))
                .map(one -> one.title() + " " + one.name())
                .findFirst()
                .orElse("-");
    }

    private void byLine(Consolidated year) {
        TextTable table = new TextTable("business line", "gross", "eliminated", "external", "entries");
        year.byLine()
                .forEach(one -> table.row(
                        one.line(),
                        yuan(one.gross()),
                        yuan(one.eliminated()),
                        yuan(one.external()),
                        "" + one.entries()));
        out.println();
        out.print(table.text());
    }

    private void byBranch() {
        List<Compliance> owed = new ArrayList<>();
        ItemPages.each(
                gateway,
                HQ,
                "/api/fund/compliance/" + SampleYear.STREET + range + "&by=branch&limit=1000",
                Compliance.class,
                owed::add);
        TextTable table =
                new TextTable("branch", "gross", "eliminated", "external", "base", "owed", "of base", "floor");
        ItemPages.each(
                gateway,
                HQ,
                "/api/company/consolidation/" + SampleYear.STREET + "/branches" + range + "&limit=1000",
                BranchFigures.class,
                branch -> owed.stream()
                        .filter(one -> one.key().equals(branch.branch()))
                        .forEach(one -> table.row(
                                branch.name() + " " + branch.branch(),
                                yuan(branch.gross()),
                                yuan(branch.eliminated()),
                                yuan(branch.external()),
                                yuan(one.base()),
                                yuan(one.owed()),
                                percent(one),
                                "20%")));
        out.println();
        out.print(table.text());
        BigDecimal all = owed.stream().map(Compliance::owed).reduce(BigDecimal.ZERO, BigDecimal::add);
        out.println("  To give back to residents: " + yuan(all) + " (owed, to be funded as money moves)");
    }

    private static String percent(Compliance one) {
        return one.base().signum() <= 0
                ? "-"
                : new DecimalFormat("0.00%", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(one.owed().doubleValue() / one.base().doubleValue());
    }

    private void trialBalance() {
        TrialBalance balance = gateway.get(HQ, "/api/fund/ledger/trial-balance?within=" + SampleYear.STREET)
                .required(TrialBalance.class);
        TextTable table = new TextTable("trial balance", "debits", "credits");
        balance.accounts()
                .forEach(one -> table.row(one.account() + " " + one.name(), yuan(one.debits()), yuan(one.credits())));
        table.row(balance.entries() + " journal entries", yuan(balance.debits()), yuan(balance.credits()));
        out.println();
        out.print(table.text());
    }

    private static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
