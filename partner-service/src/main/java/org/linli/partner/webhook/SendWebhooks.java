package org.linli.partner.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.linli.partner.sandbox.Sandbox;
import org.linli.partner.webhook.DueDeliveries.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends what is due, the sandbox's after the rest, until nothing is. Each attempt that fails waits longer for the next; the last one is the end. */
@Component
class SendWebhooks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SendWebhooks.class);

    private final DueDeliveries due;
    private final WebhookClient client;
    private final WebhookSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private volatile @Nullable Disposable running;

    SendWebhooks(
            DueDeliveries due, WebhookClient client, WebhookSettings settings, Clock clock, MeterRegistry metrics) {
        this.due = due;
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** On its own: a target that is slow to answer holds up nothing else that is done by the clock. */
    @Override
    public void start() {
        running = Mono.defer(() -> sendDue().then(sendDue().contextWrite(Sandbox::enter)))
                .onErrorResume(failure -> {
                    log.warn("Webhooks could not be sent: {}", failure.toString());
                    return Mono.empty();
                })
                .then(Mono.delay(settings.poll()))
                .repeat()
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable loop = running;
        if (loop != null) {
            loop.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> sendDue() {
        return batch().expand(sent -> sent == 0 ? Mono.empty() : batch()).then();
    }

    private Mono<Integer> batch() {
        return due.take(settings.lease())
                .flatMap(taken -> Flux.fromIterable(taken)
                        .flatMap(this::send, Math.max(1, taken.size()))
                        .then(Mono.just(taken.size())));
    }

    private Mono<Void> send(Due delivery) {
        return client.send(delivery).flatMap(attempted -> settle(delivery, attempted));
    }

    private Mono<Void> settle(Due delivery, DeliveryAttempt attempted) {
        if (attempted.isDelivered()) {
            return settle(delivery, attempted, Delivery.State.DELIVERED, null);
        }
        Instant next = attempted.isGone()
                ? null
                : next(delivery.tries(), clock.instant(), settings.retries(), attempted.notBefore());
        Delivery.State state = next == null ? Delivery.State.DEAD : Delivery.State.WAITING;
        return settle(delivery, attempted, state, next);
    }

    private Mono<Void> settle(Due delivery, DeliveryAttempt attempted, Delivery.State state, @Nullable Instant next) {
        return due.settle(delivery, attempted, state, next)
                .doOnSuccess(settled -> metrics.counter("linli.webhook.attempts", "then", state.name())
                        .increment());
    }

    /**
     * When the attempt after so many is made; none after the last wait of the schedule.
     *
     * @param notBefore as the receiver asks: waited for as long as the rest of the schedule would, and no longer
     */
    static @Nullable Instant next(int tries, Instant now, List<Duration> waits, @Nullable Instant notBefore) {
        if (tries > waits.size()) {
            return null;
        }
        Instant planned = now.plus(waits.get(tries - 1));
        if (notBefore == null || notBefore.isBefore(planned)) {
            return planned;
        }
        Instant end = now.plus(waits.stream().skip(tries - 1L).reduce(Duration.ZERO, Duration::plus));
        return notBefore.isAfter(end) ? end : notBefore;
    }
}
