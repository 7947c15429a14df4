package org.linli.partner.points.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.points.CardPurpose;
import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsEntry;
import org.linli.partner.points.PointsEntry.Kind;
import org.linli.partner.points.PointsMove;
import org.linli.partner.points.PointsMove.Ledger;
import org.linli.partner.points.PointsRule;
import org.linli.partner.points.store.PointsAccounts;
import org.linli.partner.points.store.PointsJournal;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What happens at a counter: earn, spend, lose. Runs in the caller's transaction; the account is locked first. */
@Service
public class HandlePoints {

    private final PointsAccounts accounts;
    private final PointsJournal journal;
    private final PointsRuleBook rules;
    private final Clock clock;

    HandlePoints(PointsAccounts accounts, PointsJournal journal, PointsRuleBook rules, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.rules = rules;
        this.clock = clock;
    }

    /** Gives points by the rule in force; a branch's reference earns once. */
    public Mono<PointsEntry> earn(Counter counter, String card, String ruleCode, int quantity, String reference) {
        return shown(counter, card, CardPurpose.EARN)
                .flatMap(account -> rules.inForce(account.street())
                        .flatMapIterable(known -> known)
                        .filter(rule -> rule.active() && rule.code().equals(ruleCode))
                        .next()
                        .switchIfEmpty(Mono.error(PointsRefusal.UNKNOWN_RULE::exception))
                        .flatMap(rule -> journal.add(
                                earned(account, counter, rule, quantity, reference),
                                PointsMove.toHolder(rule.points() * quantity, Ledger.ISSUED))))
                .switchIfEmpty(Mono.error(PointsRefusal.REFERENCE_USED::exception));
    }

    private PointsEntry earned(
            PointsAccount account, Counter counter, PointsRule rule, int quantity, String reference) {
        LocalDate end = today().plusMonths(rule.validMonths());
        String reason = rule.name() + " × " + quantity + " " + rule.per();
        return entry(account, counter, Kind.EARNED, rule.points() * quantity, rule.code(), reference, reason, end);
    }

    /** Pays for a service with the points that end first; the card is used up. */
    public Mono<PointsEntry> spend(Counter counter, String card, int points, String reference, String service) {
        return shown(counter, card, CardPurpose.SPEND)
                .filterWhen(account -> accounts.useUp(card, clock.instant()))
                .switchIfEmpty(Mono.error(PointsRefusal.CARD_JUST_USED::exception))
                .flatMap(
                        account -> takeAway(account, counter, Kind.SPENT, points, reference, service, Ledger.REDEEMED));
    }

    /** Takes points with a reason, which the holder can object to. */
    public Mono<PointsEntry> lose(Counter counter, UUID account, int points, String reference, String reason) {
        return accounts.lock(account, streetOf(counter))
                .switchIfEmpty(Mono.error(PointsRefusal.UNKNOWN_ENTRY::exception))
                .flatMap(held -> takeAway(held, counter, Kind.LOST, points, reference, reason, Ledger.FORFEITED));
    }

    private Mono<PointsEntry> takeAway(
            PointsAccount account, Counter counter, Kind kind, int points, String reference, String reason, Ledger to) {
        return accounts.lots(account)
                .map(lots -> PointsMove.fromHolder(lots, points, to, today()))
                .flatMap(move -> move.map(Mono::just).orElseGet(() -> Mono.error(PointsRefusal.NOT_ENOUGH::exception)))
                .flatMap(
                        move -> journal.add(entry(account, counter, kind, points, null, reference, reason, null), move))
                .switchIfEmpty(Mono.error(PointsRefusal.REFERENCE_USED::exception));
    }

    private Mono<PointsAccount> shown(Counter counter, String card, CardPurpose purpose) {
        return accounts.byCard(card, Set.of(purpose), clock.instant(), counter.scope())
                .switchIfEmpty(Mono.error(PointsRefusal.UNKNOWN_CARD::exception));
    }

    private static Scope streetOf(Counter counter) {
        return counter.scope().prefixes().isEmpty()
                ? counter.scope()
                : Scope.of(counter.unit().substring(0, 9));
    }

    private PointsEntry entry(
            PointsAccount account,
            Counter counter,
            Kind kind,
            int points,
            @Nullable String rule,
            String reference,
            String reason,
            @Nullable LocalDate end) {
        return new PointsEntry(
                account.id(),
                account.id(),
                kind,
                points,
                counter.unit(),
                rule,
                reference,
                reason,
                end,
                counter.by(),
                clock.instant());
    }

    private LocalDate today() {
        return ShanghaiDay.today(clock);
    }
}
