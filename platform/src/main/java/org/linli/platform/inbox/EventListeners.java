package org.linli.platform.inbox;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

import java.util.List;
import java.util.function.Function;

/** One listener container a consumer; a batch that fails in passing comes again every second until it goes through. */
final class EventListeners implements SmartLifecycle {

    private static final long RETRY_MILLIS = 1_000;

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;

    EventListeners(
            ConsumerFactory<String, byte[]> kafka,
            List<EventConsumer> consumers,
            Function<EventConsumer, BatchMessageListener<String, byte[]>> receiver) {
        this.containers = consumers.stream()
                .map(consumer -> container(kafka, consumer, receiver.apply(consumer)))
                .toList();
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            ConsumerFactory<String, byte[]> kafka,
            EventConsumer consumer,
            BatchMessageListener<String, byte[]> receiver) {
        ContainerProperties properties =
                new ContainerProperties(consumer.topics().toArray(String[]::new));
        properties.setGroupId(consumer.name());
        properties.setMessageListener(receiver);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(kafka, properties);
        container.setBeanName(consumer.name());
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }
}
