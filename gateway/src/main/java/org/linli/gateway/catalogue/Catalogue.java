package org.linli.gateway.catalogue;

import org.linli.gateway.backend.Backend;
import org.linli.gateway.backend.BackendReader;
import org.linli.gateway.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;

/** The catalogue page and the documents it shows, read from the running services with each request. */
@Configuration(proxyBeanMethods = false)
class Catalogue {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BackendReader reader;
    private final OpenApiDocument document;

    Catalogue(BackendReader reader, OpenApiDocument document) {
        this.reader = reader;
        this.document = document;
    }

    @Bean
    RouterFunction<ServerResponse> documents() {
        return RouterFunctions.route()
                .GET(
                        "/",
                        request -> ServerResponse.temporaryRedirect(URI.create("/docs"))
                                .build())
                .GET("/docs", request -> page())
                .GET("/api/company/v3/api-docs", request -> document(Backend.COMPANY, "/api/company/v3/api-docs"))
                .GET("/api/fund/v3/api-docs", request -> document(Backend.FUND, "/api/fund/v3/api-docs"))
                .GET("/api/partner/v3/api-docs", request -> document(Backend.PARTNER, "/api/partner/v3/api-docs"))
                .build();
    }

    private static Mono<ServerResponse> page() {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .bodyValue(new ClassPathResource("static/docs/index.html"));
    }

    private Mono<ServerResponse> document(Backend part, String path) {
        return reader.readOrProblem(part, path, PATIENCE)
                .flatMap(reading -> reading.status() == 200
                        ? ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(document.asSeenFromOutside(reading.body()))
                        : Mono.error(withoutDocument(part)));
    }

    private static Exception withoutDocument(Backend part) {
        return Problem.of("part-broke-off", HttpStatus.BAD_GATEWAY, "A part of the suite gave no document")
                .detail(part.english() + " did not answer with its OpenAPI document")
                .exception();
    }
}
