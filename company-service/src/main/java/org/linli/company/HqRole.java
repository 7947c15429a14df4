package org.linli.company;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What HQ looks at: the consolidation, fed from Kafka alone. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("hq")
@ComponentScan("org.linli.company.consolidation")
class HqRole {

    @Bean
    FlywayConfigurationCustomizer hqTables() {
        return flyway -> flyway.locations(Locations.and(flyway.getLocations(), "classpath:db/hq"));
    }
}
