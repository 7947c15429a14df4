package org.linli.partner.agreement.application;

import org.linli.partner.agreement.Promises;
import org.linli.partner.partner.Reach;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** What was seen of how agreements are kept; only added to. */
public interface PromiseLog {

    /** Empty where that year was reviewed already, or the agreement is out of reach. */
    Mono<Promises.Review> add(UUID agreement, Promises.Review review, Reach reach);

    Mono<Promises.PriceCheck> add(UUID agreement, Promises.PriceCheck check, Reach reach);

    Mono<Promises.PublicSession> add(UUID agreement, Promises.PublicSession session, Reach reach);

    /** All reviews and sessions, and the latest hundred price checks. */
    Mono<Promises> of(UUID agreement, Reach reach);
}
