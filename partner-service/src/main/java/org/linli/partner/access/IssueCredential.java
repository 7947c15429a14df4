package org.linli.partner.access;

import org.jspecify.annotations.Nullable;
import org.linli.partner.access.Provider.Registered;
import org.linli.platform.correlation.Correlation;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.security.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gets a client from the provider, in three steps: that one is wanted is written down, the provider is asked with no
 * transaction open, its answer is written down. The same command sent again goes on where it stopped. The secret is given
 * to the caller alone; where that answer is lost, a rotation gives another one.
 */
@Component
class IssueCredential {

    private static final Logger log = LoggerFactory.getLogger(IssueCredential.class);

    private final Credentials credentials;
    private final ClientRegistrations clients;
    private final Provider provider;
    private final AccessSettings settings;
    private final IdempotentCommands commands;
    private final TransactionalOperator transaction;

    IssueCredential(
            Credentials credentials,
            ClientRegistrations clients,
            Provider provider,
            AccessSettings settings,
            IdempotentCommands commands,
            TransactionalOperator transaction) {
        this.credentials = credentials;
        this.clients = clients;
        this.provider = provider;
        this.settings = settings;
        this.commands = commands;
        this.transaction = transaction;
    }

    /** @param wanting writes down, in one transaction with the key, that a client is wanted */
    Mono<IssuedCredential> issue(CommandKey key, Object body, Supplier<Mono<Requested>> wanting) {
        if (!settings.canRegister()) {
            return Mono.error(AccessProblems::notOffered);
        }
        return commands.once(key, body, Requested.class, () -> wanting.get().map(ResponseEntity::ok))
                .mapNotNull(ResponseEntity::getBody)
                .flatMap(this::getClient);
    }

    private Mono<IssuedCredential> getClient(Requested asked) {
        return clients.take(asked.client(), settings.lease())
                .flatMap(wanted -> provider.register(
                                wanted.name(), wanted.scopes(), asked.client().toString())
                        .onErrorResume(failure -> giveUp(asked, failure))
                        .flatMap(registered -> keep(asked, registered)))
                .switchIfEmpty(Mono.defer(() -> answeredBefore(asked)));
    }

    private Mono<Registered> giveUp(Requested asked, Throwable failure) {
        return Correlation.logged(() -> log.warn("The provider registered no client: {}", failure.toString()))
                .then(clients.release(asked.client()))
                .then(Mono.error(AccessProblems::later));
    }

    private Mono<IssuedCredential> keep(Requested asked, Registered registered) {
        return credentials
                .lock(asked.credential(), Visibility.ofOwner(asked.partner()))
                .filter(locked -> locked.state() != Credential.State.REVOKED)
                .filterWhen(locked -> clients.answered(asked.client(), registered))
                .flatMap(locked -> clients.retireOthers(asked.credential(), asked.client())
                        .then(enroll(locked, registered.client_id(), asked.partner()))
                        .then(credentials.find(asked.credential(), Visibility.ofOwner(asked.partner()))))
                .as(transaction::transactional)
                .switchIfEmpty(Mono.error(AccessProblems::revoked))
                .onErrorResume(failure -> drop(registered).then(Mono.error(failure)))
                .flatMap(kept -> answer(kept, registered.client_id(), registered.client_secret()));
    }

    private Mono<Void> enroll(Credential credential, String clientId, UUID partner) {
        return credential.sandbox() ? clients.enrollInSandbox(clientId, partner) : clients.enroll(clientId, partner);
    }

    /** Without the secret, which only its first answer had. */
    private Mono<IssuedCredential> answeredBefore(Requested asked) {
        return credentials
                .find(asked.credential(), Visibility.ofOwner(asked.partner()))
                .flatMap(found -> switch (found.state()) {
                    case REQUESTED -> Mono.error(AccessProblems.later());
                    case REVOKED -> Mono.error(AccessProblems.revoked());
                    case ACTIVE -> answer(found, found.clients().getFirst().clientId(), null);
                });
    }

    private Mono<IssuedCredential> answer(Credential found, String clientId, @Nullable String secret) {
        return provider.tokenEndpoint()
                .onErrorMap(failure -> AccessProblems.later())
                .map(tokens -> new IssuedCredential(found, clientId, secret, tokens));
    }

    /** A client that nobody will use is taken back where the provider can. */
    private Mono<Void> drop(Registered unused) {
        return unused.registration_client_uri() == null || unused.registration_access_token() == null
                ? Mono.empty()
                : provider.remove(unused.registration_client_uri(), unused.registration_access_token())
                        .onErrorResume(failure -> Correlation.logged(() -> log.warn(
                                "Client {} is used by nobody and stays with the provider: {}",
                                unused.client_id(),
                                failure.toString())));
    }

    /** What was written down, and stands under the key of the command. */
    record Requested(UUID partner, UUID credential, UUID client) {}
}
