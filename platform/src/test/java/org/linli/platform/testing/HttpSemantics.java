package org.linli.platform.testing;

import org.junit.jupiter.api.DynamicTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.openapi.DocumentedRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.Collection;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The tests of a {@link RouteTable} that hold each route to what HTTP says of every resource. Source: RFC 9110. */
final class HttpSemantics {

    private static final MediaType UNHEARD_OF = MediaType.parseMediaType("application/x-unheard-of");

    private final TestHttp http;
    private final Owner owner;
    private final Collection<Route> rows;
    private final DocumentedRequests requests;

    HttpSemantics(TestHttp http, Owner owner, Collection<Route> rows) {
        this.http = http;
        this.owner = owner;
        this.rows = rows;
        this.requests = http.documented().requests();
    }

    Stream<DynamicTest> of(Route route) {
        if (route.strangers() == Route.Strangers.ARE_NO_MACHINE) {
            return Stream.empty();
        }
        return Stream.of(
                        test(
                                route,
                                route.method() != HttpMethod.OPTIONS && !allows(route, HttpMethod.PATCH),
                                "405 with what is allowed",
                                this::anotherMethod),
                        test(route, requests.hasJson(route.name()), "415 with what is taken", this::anotherType),
                        test(route, route.method() == HttpMethod.GET, "as a read", this::read))
                .flatMap(test -> test);
    }

    private interface Check {
        void run(Route route, Call call, WebTestClient client);
    }

    private Stream<DynamicTest> test(Route route, boolean applies, String name, Check check) {
        Role role = route.allowed().iterator().next();
        return applies
                ? Stream.of(dynamicTest(
                        name,
                        () -> check.run(route, route.validCall(owner, role), http.as(role, route.scope(owner, role)))))
                : Stream.empty();
    }

    private boolean allows(Route route, HttpMethod method) {
        return rows.stream()
                .anyMatch(row ->
                        row.template().equals(route.template()) && row.method().equals(method));
    }

    private void anotherMethod(Route route, Call call, WebTestClient client) {
        var answer = call.send(client, HttpMethod.PATCH, route.template());
        assertThat(answer.getStatus().value()).isEqualTo(405);
        assertThat(answer.getResponseHeaders().getAllow()).contains(route.method());
    }

    private void anotherType(Route route, Call call, WebTestClient client) {
        var answer = call.bytes(new byte[] {'x'}, UNHEARD_OF.toString()).send(client, route.method(), route.template());
        assertThat(answer.getStatus().value()).isEqualTo(415);
        assertThat(answer.getResponseHeaders().getAccept()).contains(MediaType.APPLICATION_JSON);
    }

    /** Without its body by HEAD, once only where it has a tag, and not as what nobody writes. */
    private void read(Route route, Call call, WebTestClient client) {
        var whole = call.send(client, HttpMethod.GET, route.template());
        var head = call.send(client, HttpMethod.HEAD, route.template());
        assertThat(head.getStatus()).isEqualTo(whole.getStatus());
        assertThat(head.getResponseBody()).isNull();
        MediaType type = whole.getResponseHeaders().getContentType();
        if (MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            var strange = call.header(HttpHeaders.ACCEPT, UNHEARD_OF.toString())
                    .send(client, HttpMethod.GET, route.template());
            assertThat(strange.getStatus().value()).isEqualTo(406);
        }
        String tag = whole.getResponseHeaders().getETag();
        if (tag != null) {
            unchanged(tag, call.header(HttpHeaders.IF_NONE_MATCH, tag).send(client, HttpMethod.GET, route.template()));
        }
    }

    private static void unchanged(String tag, EntityExchangeResult<byte[]> again) {
        assertThat(again.getStatus().value()).isEqualTo(304);
        assertThat(again.getResponseBody()).isNull();
        assertThat(again.getResponseHeaders().getETag()).isEqualTo(tag);
    }
}
