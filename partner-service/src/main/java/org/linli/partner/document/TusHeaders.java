package org.linli.partner.document;

import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The protocol's version: in every answer about uploads, and wanted of every request but {@code OPTIONS}. */
@Component
class TusHeaders implements WebFilter, Ordered {

    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSION = "1.0.0";
    static final String PATH = "/api/partner/uploads";

    private final ProblemWriter problems;

    TusHeaders(ProblemWriter problems) {
        this.problems = problems;
    }

    /** After the token was checked: who may not upload is told only that. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        String path = request.getPath().value();
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().set(RESUMABLE, VERSION);
        if (request.getMethod() == HttpMethod.OPTIONS
                || VERSION.equals(request.getHeaders().getFirst(RESUMABLE))) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().set("Tus-Version", VERSION);
        return problems.write(
                exchange,
                Problem.of(
                                "tus-version",
                                HttpStatus.PRECONDITION_FAILED,
                                "Another version of the protocol is spoken here")
                        .field(RESUMABLE, "missing or another version", VERSION));
    }
}
