package org.linli.bench.gateway;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/**
 * Spring Cloud Gateway with one route and no check, no metrics and no tracing: what our checks are measured against.
 * Runs on the very libraries of the gateway.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class BareGateway {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BareGateway.class)
                .properties(
                        "spring.config.name=bare-gateway",
                        "spring.main.banner-mode=off",
                        "server.address=127.0.0.1",
                        "spring.autoconfigure.exclude="
                                + "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
                        "spring.cloud.gateway.server.webflux.metrics.enabled=false",
                        "spring.cloud.gateway.server.webflux.observability.enabled=false",
                        "spring.cloud.gateway.server.webflux.httpclient.pool.type=fixed",
                        "spring.cloud.gateway.server.webflux.httpclient.pool.max-connections=32")
                .run(arguments);
    }

    @Bean
    RouteLocator everything(RouteLocatorBuilder routes, @Value("${backend}") String backend) {
        return routes.routes()
                .route("everything", route -> route.path("/**").uri(backend))
                .build();
    }
}
