package org.linli.partner.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.Partners;
import org.linli.partner.sandbox.Sandbox;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner")
@Tag(name = "Webhooks 事件通知")
class DeliveryController {

    private static final String PING = "linli.partner.webhook.ping.v1";

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Partners partners;
    private final CommandEndpoint<Delivery, Delivery> sent;
    private final Clock clock;

    DeliveryController(
            Endpoints endpoints, Deliveries deliveries, Partners partners, CommandEndpoints commands, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.partners = partners;
        this.sent = commands.of("The delivery", Delivery.class);
        this.clock = clock;
    }

    @PostMapping("/webhooks/{id}/ping")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(
            operationId = "pingWebhook",
            summary = "Send a test event 测试通知",
            description = "An event of type linli.partner.webhook.ping.v1, retried as any.")
    Mono<ResponseEntity<Delivery>> ping(Actor actor, CommandKey key, @PathVariable UUID id) {
        return sent.change(
                key,
                () -> partners.ofActor(actor)
                        .flatMap(partner -> endpoints
                                .lock(id, partner.own())
                                .flatMap(endpoint -> ping(endpoint, partner.id()))
                                .flatMap(made -> deliveries.find(made, partner.own())))
                        .switchIfEmpty(Mono.error(WebhookProblems::notFound)));
    }

    @GetMapping("/webhooks/{id}/deliveries")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:read")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List deliveries 通知记录",
            description = "state=DEAD is the dead list.")
    Mono<ResponseEntity<Page<Delivery>>> list(
            Actor actor,
            PageRequest page,
            @PathVariable UUID id,
            @RequestParam(required = false) Delivery.@Nullable State state) {
        return partners.ofActor(actor)
                .flatMap(partner -> endpoints
                        .find(id, partner.own())
                        .flatMap(endpoint -> deliveries.page(partner.own(), id, state, page)))
                .switchIfEmpty(Mono.error(WebhookProblems::notFound))
                .map(found -> page.answer(found));
    }

    @GetMapping("/webhook-deliveries/{id}")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:read")
    @Operation(operationId = "getWebhookDelivery", summary = "Get a delivery with its attempts 通知详情")
    Mono<DeliveryView> get(Actor actor, @PathVariable UUID id) {
        return partners.ofActor(actor)
                .flatMap(partner -> deliveries
                        .find(id, partner.own())
                        .flatMap(found -> deliveries
                                .attempts(id, partner.own())
                                .map(attempts -> new DeliveryView(found, attempts))))
                .switchIfEmpty(Mono.error(WebhookProblems::noDelivery));
    }

    @PostMapping("/webhook-deliveries/{id}/redelivery")
    @Allowed(Role.PARTNER)
    @RequiredScope("webhooks:write")
    @Operation(
            operationId = "redeliverWebhook",
            summary = "Redeliver an event 重新发送",
            description = "However it ended, under the same webhook-id, with all retries.")
    Mono<ResponseEntity<Delivery>> again(Actor actor, CommandKey key, @PathVariable UUID id) {
        return sent.change(
                key,
                () -> partners.ofActor(actor)
                        .flatMap(partner -> deliveries
                                .find(id, partner.own())
                                .flatMap(found -> deliveries.again(id, partner.own()))
                                .flatMap(begun -> begun
                                        ? deliveries.find(id, partner.own())
                                        : Mono.error(WebhookProblems.disabled())))
                        .switchIfEmpty(Mono.error(WebhookProblems::noDelivery)));
    }

    private Mono<UUID> ping(Endpoint endpoint, UUID partner) {
        return endpoint.state() != Endpoint.State.ACTIVE
                ? Mono.error(WebhookProblems.notActive(endpoint))
                : Mono.deferContextual(
                        context -> deliveries.addTo(endpoint.id(), test(endpoint, partner, Sandbox.isIn(context))));
    }

    private PartnerEvent test(Endpoint endpoint, UUID partner, boolean triedOut) {
        String data = "{\"webhook\":\"" + endpoint.id() + "\"}";
        return triedOut
                ? PartnerEvent.triedOut(UUID.randomUUID(), partner, PING, clock.instant(), data)
                : PartnerEvent.of(UUID.randomUUID(), partner, PING, clock.instant(), data);
    }

    @Schema(name = "DeliveryWithAttempts")
    record DeliveryView(Delivery delivery, List<Deliveries.Attempt> attempts) {}
}
