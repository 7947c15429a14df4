package org.linli.partner.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.access.IssueCredential.Requested;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/credentials")
@Tag(name = "Credentials 接入凭证", description = "By which a partner's own programs sign in, with scopes")
class CredentialController {

    private static final int USUAL_OVERLAP = 24;
    private static final int LONGEST_OVERLAP = 168;

    private final IssueCredential issue;
    private final Credentials credentials;
    private final ClientRegistrations clients;
    private final Partners partners;
    private final CommandEndpoint<Credential, Credential> revoked;
    private final RemoveEndedClients removal;

    CredentialController(
            IssueCredential issue,
            Credentials credentials,
            ClientRegistrations clients,
            Partners partners,
            CommandEndpoints commands,
            RemoveEndedClients removal) {
        this.issue = issue;
        this.credentials = credentials;
        this.clients = clients;
        this.partners = partners;
        this.revoked = commands.of("The credential", Credential.class).versioned(Credential::version);
        this.removal = removal;
    }

    @PostMapping
    @Creates
    @Allowed(Role.PARTNER)
    @Operation(
            operationId = "issueCredential",
            summary = "Issue a credential 签发凭证",
            description =
                    "A client of the identity provider with these scopes, for client_credentials. Its secret is in"
                            + " this answer and nowhere else. 503: send the same again with the same key.")
    @ApiResponse(
            responseCode = "201",
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
            useReturnTypeSchema = true)
    Mono<ResponseEntity<IssuedCredential>> issue(Actor actor, CommandKey key, @RequestBody CredentialRequest request) {
        CredentialRequest.Checked asked = request.checked();
        return issue.issue(
                        key,
                        request,
                        () -> partners.acting(actor)
                                .flatMap(partner -> credentials
                                        .add(partner.own(), asked, actor.subject())
                                        .switchIfEmpty(Mono.error(AccessProblems::tooMany))
                                        .flatMap(id -> clients.ask(id, 0, actor.subject())
                                                .map(client -> new Requested(partner.id(), id, client)))))
                .map(issued -> answer(
                        ResponseEntity.created(URI.create("/api/partner/credentials/"
                                + issued.credential().id())),
                        issued));
    }

    @GetMapping
    @Allowed(Role.PARTNER)
    @Operation(operationId = "listCredentials", summary = "List your credentials 我的凭证")
    Mono<ResponseEntity<Page<Credential>>> list(Actor actor, PageRequest page) {
        return partners.ofActor(actor)
                .flatMap(partner -> credentials.page(partner.own(), page))
                .defaultIfEmpty(Page.empty())
                .map(found -> page.answer(found));
    }

    @GetMapping("/{id}")
    @Allowed(Role.PARTNER)
    @Operation(operationId = "getCredential", summary = "Get a credential with its clients 凭证详情")
    Mono<ResponseEntity<Credential>> get(Actor actor, @PathVariable String id) {
        UUID credential = Ids.of(id, "The credential");
        return partners.ofActor(actor)
                .flatMap(partner -> credentials.find(credential, partner.own()))
                .switchIfEmpty(Mono.error(AccessProblems::notFound))
                .map(found -> ExpectedVersion.answer(found, found.version()));
    }

    @PostMapping("/{id}/rotation")
    @Allowed(Role.PARTNER)
    @Operation(
            operationId = "rotateCredential",
            summary = "Rotate a credential's secret 轮换密钥",
            description =
                    "The one before is taken for so many hours more, 24 unless given, then refused. Also the way on"
                            + " when an answer with a secret was lost.")
    @ApiResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
            useReturnTypeSchema = true)
    Mono<ResponseEntity<IssuedCredential>> rotate(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Nullable @RequestBody(required = false) RotationRequest request) {
        UUID credential = Ids.of(id, "The credential");
        RotationRequest asked = request == null ? new RotationRequest(null) : request;
        int overlap = asked.checked();
        return issue.issue(
                        key,
                        asked,
                        () -> partners.ofActor(actor)
                                .flatMap(partner -> credentials
                                        .lock(credential, partner.own())
                                        .doOnNext(found -> check(found, expected))
                                        .flatMap(found -> clients.ask(credential, overlap, actor.subject())
                                                .switchIfEmpty(Mono.error(AccessProblems::tooMany)))
                                        .map(client -> new Requested(partner.id(), credential, client)))
                                .switchIfEmpty(Mono.error(AccessProblems::notFound)))
                .flatMap(issued -> removal.removeOf(credential).thenReturn(issued))
                .map(issued -> answer(ResponseEntity.ok(), issued));
    }

    @PostMapping("/{id}/revocation")
    @Allowed(Role.PARTNER)
    @Operation(
            operationId = "revokeCredential",
            summary = "Revoke a credential 吊销凭证",
            description = "Every token of its clients is refused from now on.")
    Mono<ResponseEntity<Credential>> revoke(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        UUID credential = Ids.of(id, "The credential");
        return revoked.change(
                        key,
                        () -> partners.ofActor(actor)
                                .flatMap(partner -> credentials
                                        .lock(credential, partner.own())
                                        .doOnNext(found -> expected.check(found.version()))
                                        .flatMap(found -> credentials
                                                .revoke(credential, partner.own(), actor.subject())
                                                .then(credentials.find(credential, partner.own())))))
                .flatMap(done -> removal.removeOf(credential).thenReturn(done));
    }

    /** Without its secret it was answered before. */
    private static ResponseEntity<IssuedCredential> answer(ResponseEntity.BodyBuilder begun, IssuedCredential issued) {
        ResponseEntity.BodyBuilder answer =
                begun.eTag("\"" + issued.credential().version() + "\"").cacheControl(CacheControl.noStore());
        return (issued.clientSecret() == null ? answer.header(IdempotentCommands.REPLAYED, "true") : answer)
                .body(issued);
    }

    private static void check(Credential found, ExpectedVersion expected) {
        expected.check(found.version());
        if (found.state() == Credential.State.REVOKED) {
            throw AccessProblems.revoked();
        }
    }

    @Schema(name = "CredentialRotationRequest")
    record RotationRequest(
            @Schema(example = "24", description = "Hours in which the client before is still taken, 0 to 168") @Nullable
            Integer overlapHours) {

        int checked() {
            int hours = overlapHours == null ? USUAL_OVERLAP : overlapHours;
            return Fields.read(
                    "The rotation is not valid", fields -> fields.number("overlapHours", hours, 0, LONGEST_OVERLAP));
        }
    }
}
