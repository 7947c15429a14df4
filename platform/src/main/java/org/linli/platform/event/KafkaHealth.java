package org.linli.platform.event;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Whether Kafka answers. When it does not, the service is still ready, since events wait in the outbox: the status
 * {@code UNREACHABLE} is shown beside the others and weighs nothing.
 */
final class KafkaHealth extends AbstractReactiveHealthIndicator implements AutoCloseable {

    private static final Status UNREACHABLE = new Status("UNREACHABLE");
    private static final int PATIENCE_MILLIS = 1_000;

    private final Admin admin;

    KafkaHealth(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        CompletionStage<String> cluster = admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                .clusterId()
                .toCompletionStage();
        return Mono.fromCompletionStage(cluster)
                .map(id -> builder.up().build())
                .onErrorResume(gone -> Mono.just(builder.status(UNREACHABLE).build()));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
