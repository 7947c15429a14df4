package org.linli.platform.operations;

import org.linli.platform.idempotency.IdempotencyAutoConfiguration;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.inbox.InboxAutoConfiguration;
import org.linli.platform.inbox.Redrive;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** For services that say under which name their API stands, {@code linli.service}, such as {@code company}. */
@AutoConfiguration(after = {InboxAutoConfiguration.class, IdempotencyAutoConfiguration.class})
@ConditionalOnBean({Redrive.class, IdempotentCommands.class})
@ConditionalOnProperty("linli.service")
public class OperationsAutoConfiguration {

    @Bean
    DeadLetterController deadLetterController(Redrive redrive, IdempotentCommands commands) {
        return new DeadLetterController(redrive, commands);
    }
}
