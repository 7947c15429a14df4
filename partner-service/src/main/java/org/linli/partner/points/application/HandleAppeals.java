package org.linli.partner.points.application;

import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.points.PointsAppeal;
import org.linli.partner.points.PointsEntry;
import org.linli.partner.points.PointsEntry.Kind;
import org.linli.partner.points.PointsMove;
import org.linli.partner.points.PointsMove.Ledger;
import org.linli.partner.points.store.PointsAccounts;
import org.linli.partner.points.store.PointsAppeals;
import org.linli.partner.points.store.PointsJournal;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A loss objected to by the holder and judged by somebody else than who took the points. */
@Service
public class HandleAppeals {

    /** How long points that were given back can be spent. */
    static final int RESTORED_MONTHS = 12;

    private final PointsAccounts accounts;
    private final PointsJournal journal;
    private final PointsAppeals appeals;
    private final Clock clock;

    HandleAppeals(PointsAccounts accounts, PointsJournal journal, PointsAppeals appeals, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** Objects to a loss of one's own; once. */
    public Mono<PointsEntry> raise(UUID loss, String holder, String text) {
        return journal.findOwn(loss, holder)
                .switchIfEmpty(refused(PointsRefusal.UNKNOWN_ENTRY))
                .flatMap(entry -> entry.kind() == Kind.LOST ? Mono.just(entry) : refused(PointsRefusal.NO_LOSS))
                .flatMap(entry -> appeals.raise(loss, text, clock.instant())
                        .flatMap(raised -> raised ? Mono.just(entry) : refused(PointsRefusal.APPEALED_ALREADY)));
    }

    /** Lets a loss stand, or gives the points back. */
    public Mono<PointsAppeal> decide(UUID loss, boolean reversed, String reason, String by, Scope scope) {
        return appeals.find(loss, scope)
                .switchIfEmpty(refused(PointsRefusal.UNKNOWN_ENTRY))
                .flatMap(appeal -> appeal.lostBy().equals(by) ? refused(PointsRefusal.OWN_DECISION) : Mono.just(appeal))
                .flatMap(appeal -> appeals.decide(loss, reversed, reason, by, clock.instant(), scope)
                        .flatMap(decided -> decided ? Mono.just(appeal) : refused(PointsRefusal.DECIDED_ALREADY)))
                .flatMap(appeal -> reversed ? giveBack(appeal, reason, by) : Mono.just(appeal))
                .flatMap(appeal -> appeals.find(loss, scope));
    }

    private Mono<PointsAppeal> giveBack(PointsAppeal appeal, String reason, String by) {
        LocalDate end = ShanghaiDay.today(clock).plusMonths(RESTORED_MONTHS);
        PointsEntry entry = new PointsEntry(
                appeal.loss(),
                appeal.account(),
                Kind.RESTORED,
                appeal.points(),
                null,
                null,
                null,
                reason,
                end,
                by,
                clock.instant());
        return accounts.lock(appeal.account(), Scope.of(appeal.unit().substring(0, 9)))
                .flatMap(account -> journal.add(entry, PointsMove.toHolder(appeal.points(), Ledger.FORFEITED)))
                .thenReturn(appeal);
    }

    private static <T> Mono<T> refused(PointsRefusal reason) {
        return Mono.error(reason::exception);
    }
}
