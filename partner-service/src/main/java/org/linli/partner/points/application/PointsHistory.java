package org.linli.partner.points.application;

import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsAppeal;
import org.linli.partner.points.PointsEntry;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** What people read of points. */
public interface PointsHistory {

    /** A holder's own entries in every street, the latest first. */
    Mono<Page<PointsEntry>> own(String holder, PageRequest page);

    /** An account's entries, the latest first; empty where there is no such account in the scope. */
    Mono<Page<PointsEntry>> ofAccount(UUID account, Scope scope, PageRequest page);

    /** Accounts by street and holder. */
    Mono<Page<PointsAccount>> accounts(String text, Scope scope, PageRequest page);

    /** Objections in the order of the losses. */
    Mono<Page<PointsAppeal>> appeals(boolean open, Scope scope, PageRequest page);
}
