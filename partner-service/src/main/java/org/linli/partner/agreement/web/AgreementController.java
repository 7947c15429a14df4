package org.linli.partner.agreement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.agreement.AgreementCommand;
import org.linli.partner.agreement.AgreementCommand.Amend;
import org.linli.partner.agreement.AgreementCommand.Discard;
import org.linli.partner.agreement.AgreementCommand.End;
import org.linli.partner.agreement.AgreementCommand.Revise;
import org.linli.partner.agreement.AgreementCommand.Sign;
import org.linli.partner.agreement.Party;
import org.linli.partner.agreement.Settlement;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.application.HandleAgreement;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.partner.agreement.web.AgreementRequests.Draft;
import org.linli.partner.agreement.web.AgreementRequests.DraftRequest;
import org.linli.partner.agreement.web.AgreementRequests.EndRequest;
import org.linli.partner.agreement.web.AgreementRequests.SignRequest;
import org.linli.partner.agreement.web.AgreementRequests.TermsOnlyRequest;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.function.Function;

@RestController
@RequestMapping("/api/partner/agreements")
@Tag(
        name = "Agreements 合作协议",
        description =
                "Terms as data: drafted by the branch, signed by both, amended as versions, ended with a settlement")
class AgreementController {

    private final HandleAgreement handle;
    private final Partners partners;
    private final AgreementAnswers answers;

    AgreementController(HandleAgreement handle, Partners partners, AgreementAnswers answers) {
        this.handle = handle;
        this.partners = partners;
        this.answers = answers;
    }

    @PostMapping
    @BodyLimit(bytes = 512 * BodyLimit.KB)
    @Creates
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "draftAgreement",
            summary = "Draft an agreement from an accepted proposal 起草协议",
            description =
                    "One agreement a proposal and branch: of a call of the street's, HQ names the branches that carry it"
                            + " out. It is in force when the partner and the branch head have signed.")
    Mono<ResponseEntity<AgreementView>> draft(Actor actor, CommandKey key, @RequestBody DraftRequest request) {
        Draft draft = request.read();
        return answers.created(
                key,
                request,
                actor,
                () -> handle.draft(draft.proposal(), draft.branch(), draft.terms(), actor.subject(), actor.scope())
                        .switchIfEmpty(Problem.missing("An accepted proposal of that id")));
    }

    @PutMapping("/{id}/terms")
    @BodyLimit(bytes = 512 * BodyLimit.KB)
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "reviseAgreement",
            summary = "Revise the terms of a draft or pending amendment 修改草案",
            description = "Signatures given so far fall: both sign what they read.")
    Mono<ResponseEntity<AgreementView>> revise(
            Actor actor, ExpectedVersion expected, @PathVariable String id, @RequestBody TermsOnlyRequest request) {
        Terms terms = request.read();
        return answers.put(
                actor,
                id,
                agreement -> handle.handle(
                        agreement,
                        Visibility.of(actor.scope()),
                        expected,
                        known -> new Revise(actor.subject(), terms)));
    }

    @PostMapping("/{id}/signature")
    @Allowed({Role.PARTNER, Role.BRANCH_HEAD})
    @Operation(
            operationId = "signAgreement",
            summary = "Sign an agreement 签署",
            description = "For the partner who acts for it, for the branch its head; never one person for both. Send"
                    + " If-Match to sign only what you have read.")
    Mono<ResponseEntity<AgreementView>> sign(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @RequestBody(required = false) SignRequest request) {
        SignRequest given = request == null ? new SignRequest(null) : request;
        String evidence = given.read();
        return answers.command(
                key,
                given,
                actor,
                id,
                agreement -> signatory(actor)
                        .flatMap(visibility -> handle.handle(
                                agreement,
                                visibility,
                                expected,
                                known -> new Sign(
                                        actor.subject(), partyOf(visibility, known), evidence, known.names()))));
    }

    /** A head signs within its units, whoever else it may be. */
    private Mono<Visibility> signatory(Actor actor) {
        return partners.visibility(actor)
                .map(visibility -> actor.has(Role.BRANCH_HEAD) ? visibility : visibility.ownerOnly());
    }

    private static Party partyOf(Visibility visibility, StoredAgreement known) {
        return known.agreement().parties().partner().equals(visibility.owner()) ? Party.PARTNER : Party.BRANCH;
    }

    @PostMapping("/{id}/amendments")
    @BodyLimit(bytes = 512 * BodyLimit.KB)
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "amendAgreement",
            summary = "Amend an agreement in force 变更协议",
            description = "A new version; the one in force stays so until both have signed.")
    Mono<ResponseEntity<AgreementView>> amend(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @RequestBody TermsOnlyRequest request) {
        Terms terms = request.read();
        return branch(key, request, actor, expected, id, known -> new Amend(actor.subject(), terms));
    }

    @PostMapping("/{id}/discard")
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(operationId = "discardAgreement", summary = "Discard a draft or an unsigned amendment 作废草案")
    Mono<ResponseEntity<AgreementView>> discard(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return branch(key, "", actor, expected, id, known -> new Discard(actor.subject()));
    }

    @PostMapping("/{id}/end")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "endAgreement",
            summary = "Terminate an agreement early, with its settlement 提前终止",
            description = "What is returned and what is kept make up the deposit.")
    Mono<ResponseEntity<AgreementView>> end(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @RequestBody EndRequest request) {
        Settlement settlement = request.read();
        return branch(key, request, actor, expected, id, known -> new End(actor.subject(), settlement));
    }

    @PostMapping("/{id}/renewal")
    @BodyLimit(bytes = 512 * BodyLimit.KB)
    @Creates
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(operationId = "renewAgreement", summary = "Draft a renewal 续签")
    Mono<ResponseEntity<AgreementView>> renew(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @RequestBody TermsOnlyRequest request) {
        Terms terms = request.read();
        return answers.created(
                key,
                request,
                actor,
                () -> Mono.justOrEmpty(Ids.parse(id))
                        .flatMap(
                                agreement -> handle.renew(agreement, terms, actor.subject(), expected, actor.scope())));
    }

    private Mono<ResponseEntity<AgreementView>> branch(
            CommandKey key,
            Object body,
            Actor actor,
            ExpectedVersion expected,
            String id,
            Function<StoredAgreement, AgreementCommand> command) {
        return answers.command(
                key,
                body,
                actor,
                id,
                agreement -> handle.handle(agreement, Visibility.of(actor.scope()), expected, command));
    }
}
