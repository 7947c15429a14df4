package org.linli.platform.event;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

import java.util.Collection;
import java.util.stream.Stream;

/** How every topic of ours is made: kept for ever, since figures can be rebuilt from it; dead letters beside it. */
public final class Topics {

    public static final String DEAD = ".dead";

    private static final int PARTITIONS = 6;
    private static final String MAX_MESSAGE = String.valueOf(8 * 1024 * 1024);

    private Topics() {}

    /** Topics with their dead letters; a bean of this kind makes those that do not exist at start-up. */
    public static KafkaAdmin.NewTopics of(Collection<String> names) {
        return new KafkaAdmin.NewTopics(names.stream()
                .flatMap(name -> Stream.of(name, name + DEAD))
                .map(Topics::keptForEver)
                .toArray(NewTopic[]::new));
    }

    private static NewTopic keptForEver(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.RETENTION_BYTES_CONFIG, "-1")
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_MESSAGE)
                .build();
    }
}
