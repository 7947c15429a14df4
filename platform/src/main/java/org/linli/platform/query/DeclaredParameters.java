package org.linli.platform.query;

import org.linli.platform.paging.PageRequest;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query parameters that a handler declares. */
final class DeclaredParameters {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private DeclaredParameters() {}

    static Set<String> of(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .peek(parameter -> parameter.initParameterNameDiscovery(NAMES))
                .flatMap(DeclaredParameters::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> of(MethodParameter parameter) {
        if (parameter.getParameterType() == PageRequest.class) {
            return Stream.of("cursor", "limit");
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named == null) {
            return Stream.empty();
        }
        return Stream.of(
                named.value().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : named.value());
    }
}
