package org.linli.partner.partner;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.unit.UnitCode;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;

@LinliTest
class PartnerRegistryIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Autowired
    ServiceUnderTest service;

    @Autowired
    Partners partners;

    @Autowired
    PartnerStatuses standings;

    @Autowired
    PartnerUnitLinks ties;

    private PartnerSteps steps;
    private String street;

    @BeforeEach
    void freshStreet() {
        steps = new PartnerSteps(service.http());
        street = Histories.freshStreet();
    }

    @Test
    void registers_a_team_and_shows_personal_data_masked_only() throws SQLException {
        Map<String, Object> team = personalFirm();
        team.put("team", true);
        team.put(
                "members", List.of(Map.of("name", "陈静", "sharePercent", 60), Map.of("name", "李明", "sharePercent", 40)));
        team.put("licences", List.of(licence("JY" + street, "2030-01-01")));
        JsonNode made = steps.post(PARTNER, street, "/partners", team, 201);
        assertThat(made.get("phone").asString()).isEqualTo("138****8000");
        assertThat(made.get("bankAccount").asString()).isEqualTo("***************0128");
        assertThat(made.get("members").get(0).get("sharePercent").asInt()).isEqualTo(60);
        assertThat(made.get("licences").get(0).get("validUntil").asString()).isEqualTo("2030-01-01");
        assertThat(steps.get(BRANCH_HEAD, street + "101", "/partners/" + id(made)))
                .isEqualTo(made);
        assertThat(steps.get(PARTNER, street, "/partners").get("items").get(0)).isEqualTo(made);
        assertThat(everythingStored()).doesNotContain("13800138000", "6222021234567890128");
    }

    @Test
    void registers_one_partner_a_subject_and_one_subject_a_firm() {
        steps.partner(street);
        Map<String, Object> another = PartnerSteps.firm(Histories.freshStreet());
        assertThat(type(steps.post(PARTNER, street, "/partners", another, 409))).endsWith("already-registered");
        assertThat(type(steps.post(PARTNER, street, "/partners", PartnerSteps.firm(street), 409)))
                .endsWith("already-registered");
    }

    @Test
    void tells_nobody_but_staff_whether_a_code_is_registered_already() {
        String first = id(steps.partner(street));
        String stranger = Histories.freshStreet();
        JsonNode known = steps.post(PARTNER, stranger, "/partners", PartnerSteps.firm(street), 201);
        JsonNode unknown = steps.partner(Histories.freshStreet());
        assertThat(known.propertyNames()).isEqualTo(unknown.propertyNames());
        assertThat(known.get("others")).isEmpty();
        assertThat(steps.get(PARTNER, stranger, "/partners/" + id(known)).get("others"))
                .isEmpty();
        assertThat(steps.get(PARTNER, stranger, "/partners").get("items").get(0).get("others"))
                .isEmpty();
        assertThat(steps.get(BRANCH_HEAD, street + "101", "/partners/" + id(known))
                        .get("others"))
                .extracting(JsonNode::asString)
                .containsExactly(first);
        assertThat(steps.get(BRANCH_HEAD, street + "101", "/partners?q=" + PartnerSteps.creditCode(street))
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void the_same_identity_number_is_found_without_being_stored() throws SQLException {
        String number = PartnerSteps.identityNumber(street);
        Map<String, Object> person = Map.of("name", "陈静", "kind", "PERSON", "identityNumber", number);
        JsonNode made = steps.post(PARTNER, street, "/partners", person, 201);
        assertThat(made.get("identityNumber").asString()).isEqualTo("**************" + number.substring(14));
        JsonNode again = steps.post(PARTNER, Histories.freshStreet(), "/partners", person, 201);
        assertThat(again.get("others")).isEmpty();
        assertThat(steps.get(BRANCH_HEAD, street + "101", "/partners/" + id(again))
                        .get("others"))
                .hasSize(1);
        assertThat(everythingStored()).doesNotContain(number);
    }

    @Test
    void tells_every_mistake_at_once() {
        Map<String, Object> wrong = Map.of("kind", "FIRM", "phone", "1", "bankAccount", "x", "team", true);
        JsonNode refused = steps.post(PARTNER, street, "/partners", wrong, 422);
        assertThat(StreamSupport.stream(refused.get("errors").spliterator(), false)
                        .map(error -> error.get("field").asString()))
                .containsExactly("creditCode", "name", "phone", "bankAccount", "members");
    }

    @Test
    void a_change_keeps_what_is_not_said_and_minds_the_version() {
        JsonNode made = steps.post(PARTNER, street, "/partners", personalFirm(), 201);
        JsonNode changed =
                steps.put(PARTNER, street, "/partners/" + id(made), Map.of("name", "新名", "phone", "13900139000"), 200);
        assertThat(changed.get("phone").asString()).isEqualTo("139****9000");
        assertThat(changed.get("bankAccount")).isEqualTo(made.get("bankAccount"));
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        service.http()
                .as(PARTNER, street)
                .put()
                .uri("/api/partner/partners/" + id(made))
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("name", "又"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void clear_values_are_read_where_there_are_dealings_and_each_reading_is_kept() {
        JsonNode made = steps.post(PARTNER, street, "/partners", personalFirm(), 201);
        String path = "/partners/" + id(made) + "/personal-data/readings";
        Map<String, String> asked = Map.of("field", "PHONE", "purpose", "核对");
        steps.post(BRANCH_HEAD, street + "101", path, asked, 404);
        ties.add(UUID.fromString(id(made)), UnitCode.of(street + "101")).block(LIMIT);
        assertThat(steps.post(BRANCH_HEAD, street + "101", path, asked, 200)
                        .get("value")
                        .asString())
                .isEqualTo("13800138000");
        steps.post(BRANCH_HEAD, street + "102", path, asked, 404);
        steps.post(HQ, street, path, Map.of("field", "IDENTITY_NUMBER", "purpose", "核对"), 404);
        steps.post(HQ, street, path, Map.of("field", "PHONE", "purpose", " "), 422);
        JsonNode readings = steps.get(PARTNER, street, path).get("items");
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).get("by").asString()).isEqualTo("branch-head-" + street + "101");
        assertThatThrownBy(() -> execute("DELETE FROM partner_reading")).hasMessageContaining("append-only");
    }

    @Test
    void a_partner_suspended_in_one_street_is_active_in_another() {
        UUID id = UUID.fromString(id(steps.partner(street)));
        String other = Histories.neighbour(street);
        Map<String, String> suspension = Map.of("street", street, "state", "SUSPENDED", "reason", "未履约");
        steps.post(HQ, other, "/partners/" + id + "/standings", suspension, 404);
        steps.post(HQ, street, "/partners/" + id + "/standings", suspension, 200);
        assertThat(standings.of(id, UnitCode.of(street + "101")).block(LIMIT))
                .isEqualTo(new PartnerStatus(PartnerState.SUSPENDED, "未履约"));
        assertThat(standings.of(id, UnitCode.of(other + "101")).block(LIMIT)).isEqualTo(PartnerStatus.UNSAID);
        assertThat(steps.get(HQ, other, "/partners/" + id).get("standings")).isEmpty();
        assertThat(steps.get(BRANCH_HEAD, street + "107", "/partners/" + id).get("standings"))
                .hasSize(1);
        assertThat(steps.get(HQ, street, "/partners?suspended=true").get("items"))
                .hasSize(1);
        steps.post(
                HQ,
                street,
                "/partners/" + id + "/standings",
                Map.of("street", street, "state", "ACTIVE", "reason", "已补"),
                200);
        assertThat(standings.of(id, UnitCode.of(street)).block(LIMIT).isActive())
                .isTrue();
        assertThat(steps.get(PARTNER, street, "/partners/" + id + "/standings").get("items"))
                .hasSize(2);
        assertThatThrownBy(() -> execute("UPDATE partner_standing SET reason = 'x'"))
                .hasMessageContaining("append-only");
    }

    @Test
    void lists_by_text_and_kind_and_pages_on() {
        String name = "邻里测试" + street;
        for (int i = 0; i < 3; i++) {
            String subject = Histories.freshStreet();
            Map<String, Object> firm = PartnerSteps.firm(subject);
            firm.put("name", name + "_" + i);
            steps.post(PARTNER, subject, "/partners", firm, 201);
        }
        JsonNode first = steps.get(HQ, street, "/partners?q=" + name + "_&limit=2");
        assertThat(first.get("items")).hasSize(2);
        String next = first.get("next").asString();
        assertThat(steps.get(HQ, street, "/partners?q=" + name + "_&limit=2&cursor=" + next)
                        .get("items"))
                .hasSize(1);
        assertThat(steps.get(HQ, street, "/partners?kind=PERSON&q=" + name).get("items"))
                .isEmpty();
        assertThat(steps.get(HQ, street, "/partners?q=%25").get("items")).isEmpty();
        assertThat(steps.get(HQ, street, "/partners?within=" + street).get("items"))
                .isEmpty();
    }

    @Test
    void licences_that_end_soon_are_listed_where_the_partner_has_dealings() {
        Map<String, Object> firm = PartnerSteps.firm(street);
        firm.put(
                "licences",
                List.of(
                        licence("A" + street, "2027-01-01"),
                        licence("B" + street, "2039-01-01"),
                        endless("C" + street)));
        UUID id = UUID.fromString(id(steps.post(PARTNER, street, "/partners", firm, 201)));
        assertThat(steps.get(HQ, street, "/ending-licences?days=3000").get("items"))
                .isEmpty();
        ties.add(id, UnitCode.of(street + "101")).block(LIMIT);
        JsonNode ending = steps.get(HQ, street, "/ending-licences?days=3000").get("items");
        assertThat(ending).hasSize(1);
        assertThat(ending.get(0).get("number").asString()).isEqualTo("A" + street);
        steps.get(HQ, street, "/ending-licences?days=-1", 400);
    }

    @Test
    void other_features_learn_whom_the_caller_acts_for() {
        UUID id = UUID.fromString(id(steps.partner(street)));
        assertThat(partners.named(id).block(LIMIT).name()).isEqualTo("暖心家政" + street);
    }

    private Map<String, Object> personalFirm() {
        Map<String, Object> firm = new HashMap<>(PartnerSteps.firm(street));
        firm.put("phone", "13800138000");
        firm.put("bankAccount", "6222 0212 3456 7890 128");
        return firm;
    }

    private static Map<String, Object> endless(String number) {
        return Map.of("type", "营业执照", "number", number);
    }

    private static Map<String, Object> licence(String number, String until) {
        return Map.of("type", "食品经营许可证", "number", number, "validUntil", until);
    }

    private String everythingStored() throws SQLException {
        try (var connection = service.database().connect();
                var rows = connection.createStatement().executeQuery("""
                        SELECT (SELECT string_agg(p::text, ' ') FROM partner p)
                            || (SELECT string_agg(i::text, ' ')
                                  FROM idempotency i)
                        """)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = service.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String id(JsonNode partner) {
        return partner.get("id").asString();
    }

    private static String type(JsonNode problem) {
        return problem.get("type").asString();
    }
}
