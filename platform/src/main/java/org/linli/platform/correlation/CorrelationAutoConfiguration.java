package org.linli.platform.correlation;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import java.util.List;

/**
 * Correlation id and trace stand in the Reactor context, and who needs them asks there (ADR 0015): Reactor sets no
 * thread-locals from it, which it would do again and again within each statement.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class CorrelationAutoConfiguration {

    public CorrelationAutoConfiguration() {
        ContextRegistry registry = ContextRegistry.getInstance();
        for (ThreadLocalAccessor<?> accessor : List.copyOf(registry.getThreadLocalAccessors())) {
            registry.removeThreadLocalAccessor(accessor.key());
        }
    }

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }
}
