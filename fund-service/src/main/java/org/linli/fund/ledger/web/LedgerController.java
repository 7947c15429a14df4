package org.linli.fund.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.Invariant;
import org.linli.fund.ledger.application.Invariants;
import org.linli.fund.ledger.application.LedgerQueries;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.Optional;

@RestController
@RequestMapping("/api/fund/ledger")
@Tag(name = "Ledger", description = "Double entry, append-only, with a sub-account for each branch")
class LedgerController {

    private final LedgerQueries ledger;
    private final Invariants invariants;

    LedgerController(LedgerQueries ledger, Invariants invariants) {
        this.ledger = ledger;
        this.invariants = invariants;
    }

    @GetMapping("/trial-balance")
    @AllowedStaff
    @Operation(
            operationId = "getLedgerTrialBalance",
            summary = "Get the trial balance 试算平衡表",
            description = "Of the branches that you may see")
    Mono<TrialBalanceView> trialBalance(
            Actor caller,
            @Parameter(description = "Narrows to a subtree", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within) {
        return ledger.trialBalance(caller.scope().narrowedTo(within)).map(TrialBalanceView::of);
    }

    @GetMapping("/entries")
    @AllowedStaff
    @Operation(
            operationId = "listLedgerEntries",
            summary = "List journal entries 分录列表",
            description = "Of the branches that you may see, the latest first")
    Mono<ResponseEntity<Page<EntryView>>> entries(
            Actor caller,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "Only entries that touch this account", example = "1221")
                    @RequestParam(required = false)
                    @Nullable
                    String account) {
        return ledger.entries(caller.scope().narrowedTo(within), account(account), page)
                .map(rows -> page.answer(rows, EntryView::of));
    }

    private static Optional<Account> account(@Nullable String code) {
        return code == null || code.isEmpty()
                ? Optional.empty()
                : Optional.of(QueryParameters.read(query ->
                        query.value("account", code, Account.ofCode(code), "one of 1002, 1221, 2241", Account.BANK)));
    }

    @Schema(
            name = "LedgerInvariants",
            description = "Whether the ledger's invariants hold for the branches that you may see")
    record InvariantsView(
            @Schema(description = "true where none is broken")
            boolean hold,

            @Schema(description = "How often each is broken")
            Map<Invariant, Long> violations) {}

    @GetMapping("/invariants")
    @AllowedStaff
    @Operation(
            operationId = "listLedgerInvariants",
            summary = "Check the ledger's invariants 核对账目",
            description =
                    "Debits against credits, balances against postings, obligations against accruals and fundings,"
                            + " accounts against obligations: computed now, at one moment")
    Mono<InvariantsView> invariants(
            Actor caller,
            @Parameter(description = "Narrows to a subtree", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within) {
        return invariants
                .violations(caller.scope().narrowedTo(within))
                .map(found -> new InvariantsView(found.values().stream().allMatch(count -> count == 0), found));
    }
}
