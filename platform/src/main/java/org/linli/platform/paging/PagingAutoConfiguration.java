package org.linli.platform.paging;

import org.linli.platform.bulkhead.BulkheadAutoConfiguration;
import org.linli.platform.bulkhead.Bulkheads;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Gives controller methods the {@link PageRequest} of the request. */
@AutoConfiguration(after = BulkheadAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class PagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Exports exports(Bulkheads bulkheads) {
        return new Exports(bulkheads);
    }

    @Bean
    WebFluxConfigurer pageArgument() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new PageArgument());
            }
        };
    }

    private static final class PageArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PageRequest.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            var query = exchange.getRequest().getQueryParams();
            MaxRows said = parameter.getParameterAnnotation(MaxRows.class);
            int most = said == null ? PageRequest.MAX_LIMIT : said.value();
            return Mono.fromSupplier(() -> PageRequest.parse(
                    query.getFirst("cursor"),
                    query.getFirst("limit"),
                    most,
                    list(exchange.getRequest()),
                    exchange.getRequest().getURI()));
        }

        /** The same text for the same address, filters and order, and no other: a short hash of them. */
        private static String list(ServerHttpRequest request) {
            String filters = request.getQueryParams().entrySet().stream()
                    .filter(parameter -> !parameter.getKey().equals("cursor")
                            && !parameter.getKey().equals("limit"))
                    .flatMap(parameter -> parameter.getValue().stream()
                            .filter(value -> value != null && !value.isEmpty())
                            .map(value -> parameter.getKey().length() + ":" + parameter.getKey() + value.length() + ":"
                                    + value))
                    .sorted()
                    .collect(Collectors.joining());
            byte[] all = (request.getPath().pathWithinApplication().value() + "?" + filters)
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256(all), 0, 6);
        }

        private static byte[] sha256(byte[] text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }
    }
}
