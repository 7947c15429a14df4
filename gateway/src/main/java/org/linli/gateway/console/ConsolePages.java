package org.linli.gateway.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;

/** Each address of the console is one page, which draws what the address says. */
@Configuration(proxyBeanMethods = false)
class ConsolePages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** After the session's own addresses under {@code /desk}. */
    @Bean
    @Order(10)
    RouterFunction<ServerResponse> desk() {
        return RouterFunctions.route()
                .GET("/desk", request -> page("desk"))
                .GET("/desk/{*place}", request -> page("desk"))
                .build();
    }

    private static Mono<ServerResponse> page(String name) {
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(new ClassPathResource("static/console/" + name + ".html"));
    }
}
