package org.linli.platform.testing;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.security.Role;
import org.linli.platform.testing.openapi.DocumentedAnswers;
import org.linli.platform.testing.openapi.DocumentedRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The tests of a {@link RouteTable} that expect to be served: without them every refusal could be an accident. */
final class Served {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROW_REFUSED = "\"refused\":1";

    private final TestHttp http;
    private final Owner owner;
    private final Set<String> commands;
    private final DocumentedAnswers documented;
    private final DocumentedRequests requests;

    /** @param commands names of the routes that take an {@code Idempotency-Key} */
    Served(TestHttp http, Owner owner, Set<String> commands) {
        this.http = http;
        this.owner = owner;
        this.commands = commands;
        this.documented = http.documented();
        this.requests = documented.requests();
    }

    DynamicNode of(Route route) {
        Role first = route.allowed().iterator().next();
        return DynamicContainer.dynamicContainer(
                route.name(),
                Stream.concat(
                        route.allowed().stream().map(role -> served(route, role)),
                        requests.hasJson(route.name()) ? Stream.of(requested(route, first)) : Stream.empty()));
    }

    private DynamicTest served(Route route, Role role) {
        if (route.strangers() == Route.Strangers.ARE_NO_MACHINE) {
            return dynamicTest(
                    "not a person as " + role,
                    () -> assertThat(route.validCall(owner, role)
                                    .send(http.as(role, owner.usualScope(role)), route.method(), route.template())
                                    .getStatus()
                                    .value())
                            .isEqualTo(403));
        }
        return dynamicTest("as " + role, () -> {
            WebTestClient client = http.as(role, route.scope(owner, role));
            Call call = keyed(route, route.validCall(owner, role));
            var answer = call.send(client, route.method(), route.template());
            String text = text(answer);
            assertThat(answer.getStatus().is2xxSuccessful())
                    .as(answer.getStatus() + " " + text)
                    .isTrue();
            assertThat(documented.faultsOf(
                            route.name(), answer.getStatus(), answer.getResponseHeaders(), bytes(answer)))
                    .isEmpty();
            if (route.strangers() == Route.Strangers.SEE_OTHERS_ONLY) {
                assertThat(text).contains(route.signOf(owner));
            }
            if (commands.contains(route.name())) {
                sameAnswerAgain(answer, call.send(client, route.method(), route.template()), route.toldOnce());
            }
        });
    }

    /** What the document calls valid is, what it demands is demanded, and nothing else is. */
    private DynamicTest requested(Route route, Role role) {
        return dynamicTest("takes what the document says", () -> {
            WebTestClient client = http.as(role, route.scope(owner, role));
            Call call = route.validCall(owner, role);
            if (call.body() == null) {
                assertThat(requests.isRequired(route.name())).isFalse();
                return;
            }
            JsonNode body = JSON.valueToTree(call.body());
            assertThat(requests.faults(route.name(), body)).isEmpty();
            requests.lacking(route.name(), body).forEach((missing, rest) -> {
                var answer = call.json(rest).send(client, route.method(), route.template());
                boolean rowRefused =
                        answer.getStatus().is2xxSuccessful() && text(answer).contains(ROW_REFUSED);
                assertThat(rowRefused
                                || List.of(400, 422).contains(answer.getStatus().value()))
                        .as("refused without %s: %s", missing, text(answer))
                        .isTrue();
            });
            var answer = call.json(requests.least(route.name(), body)).send(client, route.method(), route.template());
            assertThat(text(answer))
                    .as("with nothing but what is required")
                    .doesNotContain("\"reason\":\"missing\"")
                    .doesNotContain("\"reason\":\"cannot be read\"");
        });
    }

    private Call keyed(Route route, Call call) {
        return commands.contains(route.name()) && !call.headers().containsKey(CommandKey.HEADER)
                ? call.header(CommandKey.HEADER, UUID.randomUUID().toString())
                : call;
    }

    /** What an answer that was lost on its way is asked for again by: the same key and payload. */
    private static void sameAnswerAgain(
            EntityExchangeResult<byte[]> first, EntityExchangeResult<byte[]> again, String toldOnce) {
        assertThat(again.getStatus()).as("%s", text(again)).isEqualTo(first.getStatus());
        String told = toldOnce.isEmpty()
                ? text(first)
                : text(first).replaceAll("\"" + toldOnce + "\":\"[^\"]*\"", "\"" + toldOnce + "\":null");
        assertThat(text(again)).isEqualTo(told);
        HttpHeaders headers = again.getResponseHeaders();
        assertThat(headers.getFirst(IdempotentCommands.REPLAYED)).isEqualTo("true");
        assertThat(headers.getETag()).isEqualTo(first.getResponseHeaders().getETag());
        assertThat(headers.getLocation()).isEqualTo(first.getResponseHeaders().getLocation());
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        return new String(bytes(answer), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return body == null ? new byte[0] : body;
    }
}
