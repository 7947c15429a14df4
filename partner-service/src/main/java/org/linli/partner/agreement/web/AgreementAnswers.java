package org.linli.partner.agreement.web;

import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.application.Agreements;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.security.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs commands on agreements and answers with what became of them, as the caller sees it. */
@Component
class AgreementAnswers {

    private final Agreements agreements;
    private final Partners partners;
    private final CommandEndpoint<AgreementView, AgreementView> endpoint;

    AgreementAnswers(Agreements agreements, Partners partners, CommandEndpoints commands) {
        this.agreements = agreements;
        this.partners = partners;
        this.endpoint = commands.of("The agreement", AgreementView.class)
                .at("/api/partner/agreements", AgreementView::id)
                .versioned(AgreementView::version);
    }

    Mono<ResponseEntity<AgreementView>> created(CommandKey key, Object body, Actor actor, Supplier<Mono<UUID>> work) {
        return endpoint.create(key, body, () -> work.get().flatMap(id -> view(id, actor)));
    }

    Mono<ResponseEntity<AgreementView>> command(
            CommandKey key, Object body, Actor actor, String id, Function<UUID, Mono<Agreement>> work) {
        return endpoint.change(key, body, () -> run(actor, id, work));
    }

    Mono<ResponseEntity<AgreementView>> put(Actor actor, String id, Function<UUID, Mono<Agreement>> work) {
        return endpoint.replace(() -> run(actor, id, work));
    }

    private Mono<AgreementView> run(Actor actor, String id, Function<UUID, Mono<Agreement>> work) {
        return Mono.justOrEmpty(Ids.parse(id))
                .flatMap(work)
                .flatMap(done -> view(done.parties().id(), actor));
    }

    private Mono<AgreementView> view(UUID id, Actor actor) {
        return partners.visibility(actor)
                .flatMap(visibility -> agreements.find(id, visibility))
                .map(AgreementView::of);
    }
}
