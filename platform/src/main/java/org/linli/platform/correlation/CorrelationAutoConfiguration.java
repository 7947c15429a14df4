package org.linli.platform.correlation;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Carries the correlation id through reactive chains into every log line. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class CorrelationAutoConfiguration {

    public CorrelationAutoConfiguration() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new LogContext());
    }

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    private static final class LogContext implements ThreadLocalAccessor<String> {

        @Override
        public Object key() {
            return Correlation.KEY;
        }

        @Override
        public @Nullable String getValue() {
            return MDC.get(Correlation.KEY);
        }

        @Override
        public void setValue(String id) {
            MDC.put(Correlation.KEY, id);
        }

        @Override
        public void setValue() {
            MDC.remove(Correlation.KEY);
        }
    }
}
