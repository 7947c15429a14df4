package org.linli.gateway.health;

import org.linli.gateway.backend.Backend;
import org.linli.gateway.backend.BackendReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /health}: 200 when every part is up, else 503, and in words which is not. */
@Configuration(proxyBeanMethods = false)
class HealthReport {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** What every OIDC provider answers. */
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    /** Anyone may ask, so the parts are not asked more often than this. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final BackendReader reader;
    private final JsonMapper json;

    HealthReport(BackendReader reader, JsonMapper json) {
        this.reader = reader;
        this.json = json;
    }

    @Bean
    RouterFunction<ServerResponse> health() {
        Mono<SuiteHealth> report = Flux.fromArray(Backend.values())
                .flatMapSequential(this::ask)
                .collectList()
                .map(SuiteHealth::of)
                .cache(FRESH);
        return RouterFunctions.route()
                .GET("/health", request -> report.flatMap(HealthReport::answer))
                .build();
    }

    private static Mono<ServerResponse> answer(SuiteHealth health) {
        return ServerResponse.status(health.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store")
                .bodyValue(health);
    }

    private Mono<BackendHealth> ask(Backend part) {
        return reader.read(part, part == Backend.IDENTITY ? DISCOVERY : "/readyz", PATIENCE)
                .map(reading -> judge(part, reading.status(), needs(reading.body())))
                .onErrorReturn(BackendHealth.down(part));
    }

    /** A part may take requests while something that it needs is away (Kafka): that is not well either. */
    private static BackendHealth judge(Backend part, int status, Map<String, String> needs) {
        boolean well = status == 200 && needs.values().stream().allMatch("UP"::equals);
        return well ? BackendHealth.up(part, needs) : BackendHealth.unwell(part, needs);
    }

    /** The components that the part's own health names; nothing where it names none. */
    private Map<String, String> needs(byte[] health) {
        Map<String, String> needs = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> component :
                    json.readTree(health).path("components").properties()) {
                needs.put(
                        component.getKey(), component.getValue().path("status").asString("UNKNOWN"));
            }
        } catch (JacksonException noReport) {
            return Map.of();
        }
        needs.remove("readinessState");
        return needs;
    }
}
