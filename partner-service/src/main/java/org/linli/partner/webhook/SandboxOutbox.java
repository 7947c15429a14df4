package org.linli.partner.webhook;

import org.jspecify.annotations.Nullable;
import org.linli.partner.sandbox.Sandbox;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.outbox.Outbox;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where events wait. Those of a sandbox never leave for Kafka: they become deliveries to the partner's endpoints in the
 * sandbox at once, marked so, in the transaction that made them.
 */
@Component
@Primary
class SandboxOutbox implements Outbox {

    private final Outbox usual;
    private final Deliveries deliveries;
    private final JsonMapper json;
    private final Clock clock;

    SandboxOutbox(@Qualifier("outbox") Outbox usual, Deliveries deliveries, JsonMapper json, Clock clock) {
        this.usual = usual;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> append(List<OutgoingEvent> events) {
        return Mono.deferContextual(context -> Sandbox.isIn(context) ? tell(events) : usual.append(events));
    }

    private Mono<Void> tell(List<OutgoingEvent> events) {
        List<PartnerEvent> told = events.stream()
                .filter(event -> EnqueueWebhooks.TOPICS.contains(event.topic()))
                .flatMap(event -> told(event).stream())
                .toList();
        return told.isEmpty() ? Mono.empty() : deliveries.add(told);
    }

    private Optional<PartnerEvent> told(OutgoingEvent event) {
        JsonNode data = json.valueToTree(event.data());
        @Nullable String partner = data.path("partnerId").asString(null);
        return Optional.ofNullable(partner)
                .map(id -> PartnerEvent.triedOut(
                        UUID.randomUUID(), UUID.fromString(id), event.type(), clock.instant(), data.toString()));
    }
}
