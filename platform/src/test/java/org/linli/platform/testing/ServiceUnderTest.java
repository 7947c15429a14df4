package org.linli.platform.testing;

import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * What the denial table and the fuzzer need of a running service.
 *
 * @param http speaks to it
 * @param fingerprint of its database
 * @param routes all that it answers
 */
public record ServiceUnderTest(TestHttp http, DatabaseFingerprint fingerprint, RequestMappingHandlerMapping routes) {}
