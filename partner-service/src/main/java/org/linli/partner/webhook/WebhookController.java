package org.linli.partner.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.Partners;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Source: Standard Webhooks 1.0. */
@RestController
@RequestMapping("/api/partner/webhooks")
@Tag(
        name = "Webhooks 事件通知",
        description = "Endpoints of a partner that are told of its events, after Standard Webhooks 1.0")
class WebhookController {

    private final Endpoints endpoints;
    private final Targets targets;
    private final Partners partners;
    private final CommandEndpoint<Endpoint, Endpoint> endpoint;
    private final TransactionalOperator transaction;

    WebhookController(
            Endpoints endpoints,
            Targets targets,
            Partners partners,
            CommandEndpoints commands,
            TransactionalOperator transaction) {
        this.endpoints = endpoints;
        this.targets = targets;
        this.partners = partners;
        this.endpoint = commands.of("The endpoint", Endpoint.class)
                .at("/api/partner/webhooks", Endpoint::id)
                .versioned(Endpoint::version);
        this.transaction = transaction;
    }

    @PostMapping
    @Creates
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(
            operationId = "addWebhook",
            summary = "Add a webhook endpoint 新建通知地址",
            description =
                    "https and public; told of the given types of events, or of all. GET …/secret gives the secret"
                            + " that signs.")
    Mono<ResponseEntity<Endpoint>> add(Actor actor, CommandKey key, @RequestBody EndpointRequest request) {
        return targets.mistake(request.url())
                .map(mistake -> EndpointRules.checked(request, mistake))
                .flatMap(checked -> endpoint.create(
                        key,
                        request,
                        () -> partners.acting(actor)
                                .flatMap(partner -> endpoints
                                        .add(partner.own(), checked.url(), checked.types(), actor.subject())
                                        .switchIfEmpty(Mono.error(WebhookProblems::tooMany))
                                        .flatMap(id -> endpoints.find(id, partner.own())))));
    }

    @GetMapping
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:read")
    @Operation(
            operationId = "listWebhooks",
            summary = "List your webhook endpoints 我的通知地址",
            description = "Those that were ended only with ended=true, the latest hundred of them.")
    Mono<EndpointList> list(Actor actor, @RequestParam(defaultValue = "false") boolean ended) {
        return partners.ofActor(actor)
                .flatMap(partner -> ended ? endpoints.ended(partner.own()) : endpoints.all(partner.own()))
                .defaultIfEmpty(List.of())
                .map(EndpointList::new);
    }

    @GetMapping("/{id}")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:read")
    @Operation(operationId = "getWebhook", summary = "Get a webhook endpoint 通知地址详情")
    Mono<ResponseEntity<Endpoint>> get(Actor actor, @PathVariable UUID id) {
        return partners.ofActor(actor)
                .flatMap(partner -> endpoints.find(id, partner.own()))
                .switchIfEmpty(Mono.error(WebhookProblems::notFound))
                .map(found -> ExpectedVersion.answer(found, found.version()));
    }

    @GetMapping("/{id}/secret")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(
            operationId = "getWebhookSecret",
            summary = "Get the signing secret 签名密钥",
            description = "During a rotation also the one before, and until when.")
    Mono<ResponseEntity<SecretView>> secret(Actor actor, @PathVariable UUID id) {
        return partners.ofActor(actor)
                .flatMap(partner -> endpoints.secrets(id, partner.own()))
                .switchIfEmpty(Mono.error(WebhookProblems::notFound))
                .map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SecretView.of(found)));
    }

    @PostMapping("/{id}/secret-rotation")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Rotate the signing secret 更换密钥",
            description = "The one before signs beside it for so many hours, 24 unless given: two signatures stand in"
                    + " the header.")
    Mono<ResponseEntity<Endpoint>> rotate(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable UUID id,
            @Nullable @RequestBody(required = false) RotationRequest request) {
        RotationRequest asked = request == null ? new RotationRequest(null) : request;
        Duration overlap = asked.checked();
        return run(actor, key, expected, asked, id, (endpoint, own) -> endpoints.rotate(id, own, overlap));
    }

    @PostMapping("/{id}/disabling")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(
            operationId = "disableWebhook",
            summary = "Disable a webhook endpoint 停用",
            description = "What waits is kept, and goes on once it is enabled again.")
    Mono<ResponseEntity<Endpoint>> disable(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable UUID id) {
        return run(actor, key, expected, "", id, (endpoint, own) -> endpoints.disable(id, own));
    }

    @PostMapping("/{id}/enabling")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(operationId = "enableWebhook", summary = "Enable a webhook endpoint 启用")
    Mono<ResponseEntity<Endpoint>> enable(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable UUID id) {
        return run(
                actor,
                key,
                expected,
                "",
                id,
                (endpoint, own) -> endpoints
                        .enable(id, own)
                        .flatMap(enabled -> enabled ? Mono.<Void>empty() : Mono.error(WebhookProblems.tooMany())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(
            operationId = "endWebhook",
            summary = "Delete a webhook endpoint 终止通知地址",
            description = "For good. It is told no more and counts no more; what was sent to it stays readable.")
    Mono<Void> end(Actor actor, ExpectedVersion expected, @PathVariable UUID id) {
        return partners.ofActor(actor)
                .flatMap(partner -> endpoints
                        .lock(id, partner.own())
                        .doOnNext(locked -> {
                            if (locked.state() != Endpoint.State.ENDED) {
                                expected.check(locked.version());
                            }
                        })
                        .flatMap(locked -> endpoints
                                .end(id, partner.own(), actor.subject())
                                .thenReturn(locked)))
                .switchIfEmpty(Mono.error(WebhookProblems::notFound))
                .then()
                .as(transaction::transactional);
    }

    private Mono<ResponseEntity<Endpoint>> run(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            Object body,
            UUID id,
            BiFunction<Endpoint, Visibility, Mono<Void>> change) {
        return endpoint.change(
                key,
                body,
                () -> partners.ofActor(actor)
                        .flatMap(partner -> endpoints
                                .lock(id, partner.own())
                                .doOnNext(locked -> {
                                    expected.check(locked.version());
                                    if (locked.state() == Endpoint.State.ENDED) {
                                        throw WebhookProblems.ended();
                                    }
                                })
                                .flatMap(locked ->
                                        change.apply(locked, partner.own()).thenReturn(partner.own())))
                        .flatMap(own -> endpoints.find(id, own)));
    }

    @Schema(name = "WebhookEndpointRequest")
    record EndpointRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "https://partner.example.com/linli")
            @Nullable
            String url,

            @Schema(
                    example = "[\"linli.partner.proposal.accepted.v1\"]",
                    description = "Types of events, as docs/api/partner-webhooks.md lists them; none for all")
            @Nullable
            List<@Nullable String> types) {}

    @Schema(name = "WebhookRotationRequest")
    record RotationRequest(
            @Schema(example = "24", description = "Hours in which the secret before still signs, 0 to 168") @Nullable
            Integer overlapHours) {

        Duration checked() {
            int hours = overlapHours == null ? 24 : overlapHours;
            return Duration.ofHours(
                    Fields.read("The rotation is not valid", fields -> fields.number("overlapHours", hours, 0, 168)));
        }
    }

    @Schema(name = "WebhookEndpointList")
    record EndpointList(List<Endpoint> items) {}

    @Schema(name = "WebhookSecret")
    record SecretView(
            @Schema(example = "whsec_…") String secret,
            @Nullable String previous,
            @Nullable Instant previousUntil) {

        static SecretView of(Endpoints.Secrets secrets) {
            return new SecretView(
                    secrets.current().text(),
                    secrets.old().map(Secret::text).orElse(null),
                    secrets.oldUntil().orElse(null));
        }

        /** Secrets must not reach a log. */
        @Override
        public String toString() {
            return "SecretView";
        }
    }
}
