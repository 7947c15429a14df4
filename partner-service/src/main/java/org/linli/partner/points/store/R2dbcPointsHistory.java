package org.linli.partner.points.store;

import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsAppeal;
import org.linli.partner.points.PointsEntry;
import org.linli.partner.points.application.PointsHistory;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.UUID;

@Repository
class R2dbcPointsHistory implements PointsHistory {

    private final PointsAccounts accounts;
    private final PointsJournal journal;
    private final PointsAppeals appeals;

    R2dbcPointsHistory(PointsAccounts accounts, PointsJournal journal, PointsAppeals appeals) {
        this.accounts = accounts;
        this.journal = journal;
        this.appeals = appeals;
    }

    @Override
    public Mono<Page<PointsEntry>> own(String holder, PageRequest page) {
        return journal.own(holder, page);
    }

    @Override
    public Mono<Page<PointsEntry>> ofAccount(UUID account, Scope scope, PageRequest page) {
        return accounts.find(account, scope).flatMap(found -> journal.of(found, page));
    }

    @Override
    public Mono<Page<PointsAccount>> accounts(String text, Scope scope, PageRequest page) {
        return accounts.list(text, scope, page);
    }

    @Override
    public Mono<Page<PointsAppeal>> appeals(boolean open, Scope scope, PageRequest page) {
        return appeals.list(open, scope, page);
    }
}
