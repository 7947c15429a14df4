package org.linli.platform.testing;

import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * What the denial table and the fuzzer need of a running service.
 *
 * @param http speaks to it
 * @param database its own
 * @param fingerprint of that database
 * @param routes all that it answers
 */
public record ServiceUnderTest(
        TestHttp http, TestDatabase database, DatabaseFingerprint fingerprint, RequestMappingHandlerMapping routes) {

    /** The same service, in whose database these tables may change when a request is refused. */
    public ServiceUnderTest without(String... tables) {
        return new ServiceUnderTest(http, database, fingerprint.without(tables), routes);
    }
}
