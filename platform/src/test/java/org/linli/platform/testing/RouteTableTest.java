package org.linli.platform.testing;

import org.joda.money.Money;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.RESIDENT;
import static org.linli.platform.security.Role.SEEKER;
import static org.linli.platform.testing.Route.get;
import static org.linli.platform.testing.Route.post;

@SampleTest
class RouteTableTest {

    private static final Owner OWNER = Owner.in(Histories.freshStreet());

    @Autowired
    ServiceUnderTest service;

    @TestFactory
    Stream<DynamicNode> a_sound_service_passes() {
        return sound().tests(service).skip(1);
    }

    @Test
    void a_route_without_a_row_and_a_row_without_a_route_are_named() {
        assertThat(sound().row(get("/api/sample/gone").allowed(HQ)).differences(service.routes()))
                .contains("GET /api/leaky/notes has no row", "GET /api/sample/gone is no route")
                .noneMatch(difference -> difference.contains("/api/sample/notes"));
    }

    @Test
    void a_forgotten_scope_is_found() {
        assertThat(failures(
                        get("/api/leaky/notes/{unit}").allowed(HQ).call((owner, role) -> Call.with(owner.branch()))))
                .contains(
                        "404 as HQ of " + OWNER.sibling(),
                        "404 as HQ of " + OWNER.otherStreet(),
                        "404 as HQ of nowhere")
                .hasSize(3);
    }

    @Test
    void a_list_of_others_things_is_found() {
        writeNote();
        assertThat(failures(get("/api/leaky/notes").allowed(HQ).showsOnlyOwn()))
                .contains("shows nothing as HQ of " + OWNER.sibling());
    }

    @Test
    void a_role_too_many_is_found() {
        assertThat(failures(get("/api/leaky/words").allowed(HQ).belongsToAll("words are common")))
                .containsExactly("403 as SEEKER");
    }

    @Test
    void a_role_that_is_shown_anothers_though_it_has_its_own_alone_is_found() {
        assertThat(failures(get("/api/leaky/words").allowed(HQ, SEEKER).belongsToAll("words are common", SEEKER)))
                .contains("404 as SEEKER of " + OWNER.sibling())
                .doesNotContain("404 as HQ of " + OWNER.sibling());
    }

    @Test
    void a_row_without_strangers_says_why() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get("/api/leaky/words").allowed(HQ).belongsToAll(" "))
                .withMessageContaining("/api/leaky/words");
    }

    @Test
    void a_refusal_that_writes_is_found() {
        assertThat(failures(
                        post("/api/leaky/traces/{unit}").allowed(HQ).call((owner, role) -> Call.with(owner.branch()))))
                .contains("404 as HQ of " + OWNER.sibling());
    }

    @Test
    void a_refusal_of_the_owner_is_found() {
        assertThat(failures(
                        get("/api/leaky/closed/{unit}").allowed(HQ).call((owner, role) -> Call.with(owner.branch()))))
                .containsExactly("as HQ");
    }

    @Test
    void an_answer_that_the_document_does_not_list_is_found() {
        assertThat(failures(post("/api/leaky/made").allowed(HQ).belongsToAll("words are common")))
                .containsExactly("as HQ");
    }

    private RouteTable sound() {
        return RouteTable.of(OWNER)
                .row(get("/api/sample/notes/{unit}")
                        .allowed(HQ, BRANCH_HEAD)
                        .call((owner, role) -> Call.with(owner.branch())))
                .row(get("/api/sample/notes")
                        .allowed(HQ, BRANCH_HEAD, BRANCH_CLERK)
                        .call((owner, role) -> {
                            writeNote();
                            return Call.with();
                        })
                        .showsOnlyOwn())
                .row(post("/api/sample/notes")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK)
                        .call((owner, role) -> Call.with().json(note(owner))))
                .row(post("/api/sample/notes/batch")
                        .allowed(BRANCH_CLERK)
                        .call((owner, role) -> Call.with().json(Map.of("notes", List.of(note(owner)))))
                        .refusesOthersRows())
                .row(get("/api/sample/words").allowed(HQ, RESIDENT).belongsToAll("words are common"))
                .row(get("/api/sample/greeting").open("a greeting is for all"));
    }

    private void writeNote() {
        service.http()
                .as(BRANCH_CLERK, OWNER.branch())
                .post()
                .uri("/api/sample/notes")
                .bodyValue(note(OWNER))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static Map<String, Object> note(Owner owner) {
        return Map.of(
                "unit",
                owner.branch(),
                "text",
                "夜市",
                "amount",
                Money.parse("CNY 1.20").getAmount().toPlainString());
    }

    /** Names of the tests that fail for a table of this one row. */
    private List<String> failures(Route route) {
        var failures = new ArrayList<String>();
        RouteTable.of(OWNER).row(route).tests(service).skip(1).forEach(node -> run(node, failures));
        return failures;
    }

    private static void run(DynamicNode node, List<String> failures) {
        switch (node) {
            case DynamicContainer container -> container.getChildren().forEach(child -> run(child, failures));
            case DynamicTest test -> {
                try {
                    test.getExecutable().execute();
                } catch (Throwable failure) {
                    failures.add(test.getDisplayName());
                }
            }
            default -> throw new AssertionError(node);
        }
    }
}
