package org.linli.partner.webhook;

import org.jspecify.annotations.Nullable;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.inbox.EventConsumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a delivery for each endpoint of the partner that an event is about; the sender takes it from there. */
@Component
class EnqueueWebhooks implements EventConsumer {

    static final Set<String> TOPICS = Set.of(
            "linli.partner.proposal", "linli.partner.agreement", "linli.partner.share", "linli.partner.turnover");

    private final Deliveries deliveries;

    EnqueueWebhooks(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** All that is read of an event here. */
    record About(@Nullable UUID partnerId) {}

    @Override
    public String name() {
        return "partner.webhook";
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public Mono<Void> apply(List<IncomingEvent> events) {
        List<PartnerEvent> ours =
                events.stream().flatMap(EnqueueWebhooks::about).toList();
        return ours.isEmpty() ? Mono.empty() : deliveries.add(ours);
    }

    /** Events about no partner are passed over. */
    private static Stream<PartnerEvent> about(IncomingEvent event) {
        UUID partner = event.as(About.class).partnerId();
        return partner == null
                ? Stream.empty()
                : Stream.of(PartnerEvent.of(event.id(), partner, event.type(), event.time(), text(event)));
    }

    private static String text(IncomingEvent event) {
        return new String(event.data(), StandardCharsets.UTF_8);
    }
}
