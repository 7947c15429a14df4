package org.linli.partner.agreement;

import org.linli.partner.agreement.application.ProposalSource;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Proposals accepted for a test, beside the real ones: what came before an agreement is another feature's test. */
@Component
@Primary
public class SeededProposals implements ProposalSource {

    private final ProposalSource real;
    private final Map<UUID, Accepted> seeded = new ConcurrentHashMap<>();

    SeededProposals(java.util.List<ProposalSource> others) {
        this.real = others.getFirst();
    }

    @Override
    public Mono<Accepted> find(UUID id, Scope scope) {
        Accepted accepted = seeded.get(id);
        if (accepted == null) {
            return real.find(id, scope);
        }
        return scope.covers(accepted.unit()) ? Mono.just(accepted) : Mono.empty();
    }

    /** An accepted proposal of that partner. */
    public UUID accepted(String branch, UUID partner) {
        UUID id = UUID.randomUUID();
        seeded.put(id, new Accepted(id, UnitCode.of(branch), partner, "颈肩调理进社区"));
        return id;
    }
}
