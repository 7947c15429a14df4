package org.linli.partner.history;

import org.linli.platform.history.History;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Clock;

/** Calls, surveys and items of the lists keep their histories in one table. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    History history(DatabaseClient database, Clock clock) {
        return new History(database, clock, "step");
    }
}
