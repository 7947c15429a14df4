package org.linli.platform.testing;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.security.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The tests of a {@link RouteTable} that expect to be served: without them every refusal could be an accident. */
final class Served {

    private final TestHttp http;
    private final Owner owner;
    private final Set<String> commands;
    private final DocumentedAnswers documented;

    /** @param commands names of the routes that take an {@code Idempotency-Key} */
    Served(TestHttp http, Owner owner, Set<String> commands, DocumentedAnswers documented) {
        this.http = http;
        this.owner = owner;
        this.commands = commands;
        this.documented = documented;
    }

    DynamicNode of(Route route) {
        return DynamicContainer.dynamicContainer(
                route.name(), route.allowed().stream().map(role -> served(route, role)));
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
            assertThat(documented.faults(route.name(), answer.getStatus(), answer.getResponseHeaders()))
                    .isEmpty();
            if (route.strangers() == Route.Strangers.SEE_OTHERS_ONLY) {
                assertThat(text).contains(route.signOf(owner));
            }
            if (commands.contains(route.name())) {
                sameAnswerAgain(answer, call.send(client, route.method(), route.template()), route.toldOnce());
            }
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
        byte[] body = answer.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
