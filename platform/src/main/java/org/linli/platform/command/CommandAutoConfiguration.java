package org.linli.platform.command;

import org.linli.platform.idempotency.IdempotencyAutoConfiguration;
import org.linli.platform.idempotency.IdempotentCommands;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.WebFilter;

/** Command endpoints and the words of refusals, for every service with a database. */
@AutoConfiguration(after = IdempotencyAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean(IdempotentCommands.class)
public class CommandAutoConfiguration {

    @Bean
    CommandEndpoints commandEndpoints(IdempotentCommands commands, TransactionalOperator transaction) {
        return new CommandEndpoints(commands, transaction);
    }

    @Bean
    WebFilter refusedCommands(ObjectProvider<RefusalProblems<?>> problems) {
        return new RefusedCommands(problems.stream());
    }
}
