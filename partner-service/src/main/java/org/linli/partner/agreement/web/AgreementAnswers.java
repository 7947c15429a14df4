package org.linli.partner.agreement.web;

import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.application.Agreements;
import org.linli.partner.agreement.application.RefusedException;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.security.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs commands on agreements in a transaction and answers with what became of them. */
@Component
class AgreementAnswers {

    private final Agreements agreements;
    private final Partners partners;
    private final IdempotentCommands commands;
    private final TransactionalOperator transaction;

    AgreementAnswers(
            Agreements agreements, Partners partners, IdempotentCommands commands, TransactionalOperator transaction) {
        this.agreements = agreements;
        this.partners = partners;
        this.commands = commands;
        this.transaction = transaction;
    }

    Mono<ResponseEntity<AgreementView>> created(CommandKey key, Object body, Actor actor, Supplier<Mono<UUID>> work) {
        return commands.once(
                key,
                body,
                AgreementView.class,
                () -> work.get()
                        .flatMap(id -> view(id, actor))
                        .map(view ->
                                ExpectedVersion.created("/api/partner/agreements/" + view.id(), view, view.version()))
                        .onErrorMap(RefusedException.class, AgreementProblems::of));
    }

    Mono<ResponseEntity<AgreementView>> command(
            CommandKey key, Object body, Actor actor, String id, Function<UUID, Mono<Agreement>> work) {
        return commands.once(key, body, AgreementView.class, () -> run(actor, id, work));
    }

    Mono<ResponseEntity<AgreementView>> put(Actor actor, String id, Function<UUID, Mono<Agreement>> work) {
        return run(actor, id, work).as(transaction::transactional);
    }

    private Mono<ResponseEntity<AgreementView>> run(Actor actor, String id, Function<UUID, Mono<Agreement>> work) {
        return Mono.justOrEmpty(Ids.parse(id))
                .flatMap(work)
                .switchIfEmpty(Mono.error(AgreementProblems::notFound))
                .flatMap(done -> view(done.parties().id(), actor))
                .map(view -> ExpectedVersion.answer(view, view.version()))
                .onErrorMap(RefusedException.class, AgreementProblems::of);
    }

    private Mono<AgreementView> view(UUID id, Actor actor) {
        return partners.visibility(actor)
                .flatMap(visibility -> agreements.find(id, visibility))
                .map(AgreementView::of);
    }
}
