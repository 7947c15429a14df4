package org.linli.platform.testing;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.linli.platform.idempotency.CommandKey;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Routes × roles × ownership of one service: from a few declared lines a test for every way in which a call must be
 * refused, and one for each in which it must not be.
 *
 * <p>Each route: without, with an expired, a forged, an unsigned and another system's token 401; each role not allowed
 * 403; each role allowed over a sibling branch, over another street or over nothing: 404, or a list without a word of the
 * owner's; after each refusal the database is what it was. Each allowed role over the owner's units: 2xx, so that no
 * refusal is true for a wrong reason, as the OpenAPI document says it, and the very same answer when a command is sent
 * again under its key; its body is taken as the document describes it, and each route keeps to HTTP's own rules. A route of the service without a row here is a failure of its own.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> denials() {
 *     return RouteTable.of(Owner.in(street))
 *             .row(Route.get("/api/company/units/{code}")
 *                     .allowed(CITY, HQ)
 *                     .call((owner, role) -> Call.with(owner.branch())))
 *             .tests(service);
 * }
 * }</pre>
 */
public final class RouteTable {

    private final Owner owner;
    private final List<Route> rows = new ArrayList<>();

    private RouteTable(Owner owner) {
        this.owner = owner;
    }

    /** A table of things of this owner's; the owner's branch, its sibling and the other street's must be registered. */
    public static RouteTable of(Owner owner) {
        return new RouteTable(owner);
    }

    /** One more route. */
    public RouteTable row(Route route) {
        assertThat(route.allowed()).as("roles allowed for " + route.name()).isNotEmpty();
        rows.add(route);
        return this;
    }

    /** The routes that the service answers and this table does not know, and those it knows in vain. */
    public Set<String> differences(RequestMappingHandlerMapping mapping) {
        Set<String> answered = mapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("org.linli."))
                .flatMap(route -> names(route.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> declared = rows.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
        var differences = new TreeSet<String>();
        answered.stream()
                .filter(name -> !declared.contains(name))
                .map(n -> n + " has no row")
                .forEach(differences::add);
        declared.stream()
                .filter(name -> !answered.contains(name))
                .map(n -> n + " is no route")
                .forEach(differences::add);
        return differences;
    }

    /** Every test of the table: first the refusals, then what is served. */
    public Stream<DynamicNode> tests(ServiceUnderTest service) {
        var refusals = new Refusals(service, owner);
        var http = new HttpSemantics(service.http(), owner, rows);
        var served = new Served(service.http(), owner, commands(service.routes()));
        return Stream.of(
                dynamicTest(
                        "every route has a row",
                        () -> assertThat(differences(service.routes())).isEmpty()),
                dynamicTest("every call is prepared", () -> refusals.prepare(rows)),
                DynamicContainer.dynamicContainer("refused", rows.stream().map(refusals::of)),
                DynamicContainer.dynamicContainer("served", rows.stream().map(served::of)),
                DynamicContainer.dynamicContainer(
                        "as HTTP says",
                        rows.stream().map(row -> DynamicContainer.dynamicContainer(row.name(), http.of(row)))));
    }

    /** A call of each route that a person may make. */
    public List<ValidCall> validCalls() {
        return rows.stream()
                .filter(route -> route.strangers() != Route.Strangers.ARE_NO_MACHINE)
                .map(route -> ValidCall.of(route, owner))
                .toList();
    }

    private static Set<String> commands(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(route -> Arrays.asList(route.getValue().getMethod().getParameterTypes())
                        .contains(CommandKey.class))
                .flatMap(route -> names(route.getKey()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + pattern.getPatternString()));
    }
}
