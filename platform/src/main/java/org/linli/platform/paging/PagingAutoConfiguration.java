package org.linli.platform.paging;

import org.linli.platform.bulkhead.BulkheadAutoConfiguration;
import org.linli.platform.bulkhead.Bulkheads;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

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
            return Mono.fromSupplier(() -> PageRequest.parse(query.getFirst("cursor"), query.getFirst("limit")));
        }
    }
}
