package org.linli.fund.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.fund.ledger.TrialBalance;

import java.util.List;

@Schema(
        name = "TrialBalance",
        description = "Sums of every account over the branches that you may see; debits equal credits, always")
record TrialBalanceView(
        List<AccountView> accounts,
        @Schema(example = "204800.00") Money debits,
        @Schema(example = "204800.00") Money credits,

        @Schema(description = "Number of journal entries", example = "312")
        long entries) {

    @Schema(name = "TrialBalanceAccount", description = "Sums of one account")
    record AccountView(
            @Schema(example = "1221") String account,
            @Schema(example = "应收返还款 Return receivable") String name,
            @Schema(example = "102400.00") Money debits,
            @Schema(example = "0.00") Money credits,

            @Schema(
                    description = "On the account's own side: assets debits less credits, the fund credits less debits",
                    example = "102400.00")
            Money balance) {}

    static TrialBalanceView of(TrialBalance balance) {
        return new TrialBalanceView(
                balance.accounts().stream().map(TrialBalanceView::account).toList(),
                balance.debits(),
                balance.credits(),
                balance.entries());
    }

    private static AccountView account(TrialBalance.Line line) {
        return new AccountView(
                line.account().code(), line.account().displayName(), line.debits(), line.credits(), line.balance());
    }
}
