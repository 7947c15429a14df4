package org.linli.partner.partner;

import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Registers partners and changes what they state, inside the caller's transaction. */
@Service
class RegisterPartner {

    private final PartnerWrites writes;
    private final Clock clock;

    RegisterPartner(PartnerWrites writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    /** The day that licences are measured by. */
    LocalDate today() {
        return ShanghaiDay.today(clock);
    }

    Mono<UUID> register(CheckedPartner partner, Actor actor) {
        return writes.freshId()
                .flatMap(id -> writes.add(id, partner, actor.subject())
                        .then(writes.addMember(id, actor.subject()))
                        .flatMap(first -> first ? Mono.just(id) : refuseSecond())
                        .flatMap(registered ->
                                writes.replaceParts(registered, partner).thenReturn(registered)));
    }

    Mono<UUID> change(UUID id, PartnerDraft draft, ExpectedVersion expected) {
        return writes.lock(id).flatMap(locked -> {
            expected.check(locked.version());
            CheckedPartner partner = PartnerRules.change(draft, locked.kind(), today());
            return writes.change(id, partner)
                    .then(writes.replaceParts(id, partner))
                    .thenReturn(id);
        });
    }

    private static <T> Mono<T> refuseSecond() {
        return Mono.error(() -> Problem.conflict("already-registered", "You act for a partner already")
                .detail("One person acts for one partner; GET /api/partner/partners shows yours.")
                .exception());
    }
}
