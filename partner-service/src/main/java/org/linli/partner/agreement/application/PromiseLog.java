package org.linli.partner.agreement.application;

import org.linli.partner.agreement.Promises;
import org.linli.platform.security.Visibility;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** What was seen of how agreements are kept; only added to. */
public interface PromiseLog {

    /** Empty where that year was reviewed already, or the agreement is out of reach. */
    Mono<Promises.Review> add(UUID agreement, Promises.Review review, Visibility visibility);

    Mono<Promises.PriceCheck> add(UUID agreement, Promises.PriceCheck check, Visibility visibility);

    Mono<Promises.PublicSession> add(UUID agreement, Promises.PublicSession session, Visibility visibility);

    /** All reviews and sessions, and the latest hundred price checks. */
    Mono<Promises> of(UUID agreement, Visibility visibility);
}
