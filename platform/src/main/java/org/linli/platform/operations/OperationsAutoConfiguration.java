package org.linli.platform.operations;

import io.swagger.v3.oas.models.media.Schema;
import org.linli.platform.idempotency.IdempotencyAutoConfiguration;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.inbox.InboxAutoConfiguration;
import org.linli.platform.inbox.Redrive;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** For services that say under which name their API stands, {@code linli.service}, such as {@code company}. */
@AutoConfiguration(after = {InboxAutoConfiguration.class, IdempotencyAutoConfiguration.class})
@ConditionalOnBean({Redrive.class, IdempotentCommands.class})
@ConditionalOnProperty("linli.service")
public class OperationsAutoConfiguration {

    @Bean
    DeadLetterController deadLetterController(Redrive redrive, IdempotentCommands commands) {
        return new DeadLetterController(redrive, commands);
    }

    /** Each service shows a consumer of its own, so that what is tried out is taken. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GlobalOpenApiCustomizer.class)
    static class Examples {

        @Bean
        @Order(1)
        GlobalOpenApiCustomizer consumerExample(Redrive redrive) {
            return document -> document.getComponents().getSchemas().values().stream()
                    .filter(schema -> schema.getProperties() != null)
                    .map(schema -> (Schema<?>) schema.getProperties().get("consumer"))
                    .filter(consumer -> consumer != null && consumer.getExample() != null)
                    .forEach(consumer -> consumer.setExample(
                            redrive.consumers().stream().sorted().findFirst().orElse(null)));
        }
    }
}
