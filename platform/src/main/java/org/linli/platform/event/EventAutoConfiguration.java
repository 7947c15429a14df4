package org.linli.platform.event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Topics are made as soon as Kafka answers, also where it comes up after the service. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnBean(KafkaAdmin.class)
@EnableScheduling
public class EventAutoConfiguration {

    @Bean
    TopicsKeeper topicsKeeper(KafkaAdmin admin) {
        return new TopicsKeeper(admin);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaAdmin admin) {
        return new KafkaHealth(admin.getConfigurationProperties());
    }

    static final class TopicsKeeper {

        private static final Logger log = LoggerFactory.getLogger(TopicsKeeper.class);

        private final KafkaAdmin admin;
        private volatile boolean made;

        TopicsKeeper(KafkaAdmin admin) {
            this.admin = admin;
            admin.setAutoCreate(false);
        }

        @Scheduled(fixedDelay = 5_000)
        void makeMissingTopics() {
            if (!made) {
                made = admin.initialize();
                log.info(made ? "Topics are there" : "Kafka does not answer yet; topics are made when it does");
            }
        }
    }
}
