package org.linli.platform.testing;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.linli.platform.security.Role;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The tests of a {@link RouteTable} that expect to be served: without them every refusal could be an accident. */
final class Served {

    private final TestHttp http;
    private final Owner owner;

    Served(TestHttp http, Owner owner) {
        this.http = http;
        this.owner = owner;
    }

    DynamicNode of(Route route) {
        return DynamicContainer.dynamicContainer(
                route.name(), route.allowed().stream().map(role -> served(route, role)));
    }

    private DynamicTest served(Route route, Role role) {
        return dynamicTest("as " + role, () -> {
            boolean whole = route.strangers() == Route.Strangers.LACK_THE_WHOLE;
            var answer = route.validCall(owner, role)
                    .send(http.as(role, whole ? "*" : owner.usualScope(role)), route.method(), route.template());
            byte[] body = answer.getResponseBody();
            String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            assertThat(answer.getStatus().is2xxSuccessful())
                    .as(answer.getStatus() + " " + text)
                    .isTrue();
            if (route.strangers() == Route.Strangers.SEE_OTHERS_ONLY) {
                assertThat(text).contains(route.signOf(owner));
            }
        });
    }
}
