package org.linli.company;

import org.linli.platform.event.Topics;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

import java.util.List;

/**
 * What a branch works with: units, lines, projects, entries, statements. Emits events; reads the partners' shares, which
 * become entries.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("branch")
@ComponentScan({
    "org.linli.company.unit",
    "org.linli.company.line",
    "org.linli.company.project",
    "org.linli.company.entry",
    "org.linli.company.share",
    "org.linli.company.statement"
})
class BranchRole {

    @Bean
    FlywayConfigurationCustomizer branchTables() {
        return flyway -> flyway.locations(Locations.and(flyway.getLocations(), "classpath:db/branch"));
    }

    @Bean
    KafkaAdmin.NewTopics branchTopics() {
        return Topics.of(List.of("linli.company.unit", "linli.company.revenue-statement"));
    }
}
