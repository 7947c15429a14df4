package org.linli.platform.etag;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.util.List;

/** Gives controller methods the {@link ExpectedVersion} of the request, and refuses it elsewhere. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class EtagAutoConfiguration {

    @Bean
    UntaggedResources untaggedResources() {
        return new UntaggedResources();
    }

    @Bean
    WebFluxConfigurer expectedVersionArgument() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new ExpectedVersionArgument());
            }
        };
    }

    private static final class ExpectedVersionArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == ExpectedVersion.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            List<String> tags = exchange.getRequest().getHeaders().getOrEmpty(ExpectedVersion.HEADER);
            return Mono.fromSupplier(() -> ExpectedVersion.parse(tags));
        }
    }
}
