package org.linli.partner.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Takes clients that have ended back at the provider, where it said how. They are refused here from their end on anyway. */
@Component
class RemoveEndedClients {

    private static final Logger log = LoggerFactory.getLogger(RemoveEndedClients.class);

    private final ClientRegistrations clients;
    private final Provider provider;
    private final AccessSettings settings;

    RemoveEndedClients(ClientRegistrations clients, Provider provider, AccessSettings settings) {
        this.clients = clients;
        this.provider = provider;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${linli.partner.access.removal:1m}")
    Mono<Void> remove() {
        return remove(null);
    }

    /** Those of one credential, at once: the provider issues them no more tokens. What fails waits for the next time. */
    Mono<Void> removeOf(UUID credential) {
        return remove(credential).timeout(settings.timeout()).onErrorComplete();
    }

    private Mono<Void> remove(@Nullable UUID credential) {
        return clients.ended(credential)
                .flatMapMany(Flux::fromIterable)
                .concatMap(ended -> provider.remove(ended.registration(), ended.token())
                        .then(clients.removed(ended.client()))
                        .onErrorResume(failure -> {
                            log.warn("A client could not be removed at the provider: {}", failure.toString());
                            return Mono.empty();
                        }))
                .then();
    }
}
