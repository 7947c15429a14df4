package org.linli.partner.agreement.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.Terms;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Visibility;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All agreements. */
public interface Agreements {

    Mono<StoredAgreement> find(UUID id, Visibility visibility);

    /** The same, locked until the transaction ends. */
    Mono<StoredAgreement> lock(UUID id, Visibility visibility);

    Mono<Page<StoredAgreement>> page(Visibility visibility, AgreementFilter filter, PageRequest page);

    /** Running ones whose last day lies before this one. */
    Mono<List<UUID>> over(LocalDate today, Visibility visibility, int limit);

    /** Adds a draft; empty where its proposal has an agreement, or its predecessor a successor. */
    Mono<UUID> draft(Parties parties, String title, Terms terms, String by, Instant at);

    /** Writes the state that a command led to. */
    Mono<Void> save(StoredAgreement before, Agreement next, long sequence);

    Mono<Void> remember(UUID id, Step step);

    Mono<List<Step>> history(UUID id, Visibility visibility);

    /** @param action DRAFTED, REVISED, SIGNED, AMENDED, DISCARDED, ENDED, EXPIRED, RENEWED */
    @Schema(name = "AgreementStep")
    record Step(
            String action, String by, Instant at, @Nullable String remark) {}
}
