package org.linli.platform.query;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Holds every address to the query parameters of its route. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class QueryAutoConfiguration {

    @Bean
    UnknownParameters unknownParameters() {
        return new UnknownParameters();
    }
}
