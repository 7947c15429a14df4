package org.linli.platform.bulkhead;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The bulkheads of a service. */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableConfigurationProperties(BulkheadProperties.class)
public class BulkheadAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Bulkheads bulkheads(BulkheadProperties properties, MeterRegistry meters) {
        return new Bulkheads(properties, meters);
    }
}
