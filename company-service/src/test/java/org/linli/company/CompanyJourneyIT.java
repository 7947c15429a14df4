package org.linli.company;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.unit.StreetTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;

/** A branch's month from the first entry to HQ's figures, and back by a correction. */
@LinliTest
class CompanyJourneyIT {

    @Autowired
    TestHttp http;

    private CompanySteps steps;
    private String street;
    private String branch;
    private String sibling;

    @BeforeEach
    void a_street_with_two_branches() {
        steps = new CompanySteps(http);
        street = Histories.freshStreet();
        branch = street + "101";
        sibling = street + "102";
        steps.register(branch, sibling);
    }

    @Test
    void a_month_reaches_hq_and_a_correction_replaces_it() {
        Map<String, Object> internal = CompanySteps.entry(branch + "-2", branch, "2026-03", "50.00");
        internal.put("counterparty", sibling);
        steps.record(branch, List.of(CompanySteps.entry(branch + "-1", branch, "2026-03", "100.10"), internal));
        String first = steps.submit(branch, "2026-03");
        steps.accept(first);
        steps.awaitConsolidated(street, 1);
        assertFigures(street, "150.10", "50.00", "100.10");
        assertFigures(branch, "150.10", "0.00", "150.10");

        steps.record(branch, List.of(CompanySteps.entry(branch + "-3", branch, "2026-03", "-0.10")));
        String second = steps.submit(branch, "2026-03");
        assertThat(second).endsWith("-2");
        JsonNode accepted = steps.accept(second);
        assertThat(accepted.get("supersedes").asString()).isEqualTo(first);
        steps.awaitConsolidated(street, 2);
        assertFigures(street, "150.00", "50.00", "100.00");

        JsonNode superseded = steps.get(HQ, street, "/statements/" + first);
        assertThat(superseded.get("state").asString()).isEqualTo("SUPERSEDED");
        assertThat(superseded.get("totals").get("gross").asString()).isEqualTo("150.10");
        assertThat(superseded.get("history"))
                .extracting(step -> step.get("action").asString())
                .containsExactly("DRAFTED", "SUBMITTED", "ACCEPTED", "SUPERSEDED");
    }

    @Test
    void a_figure_can_be_followed_down_to_its_entries_and_no_other() {
        steps.record(
                branch,
                List.of(
                        CompanySteps.entry(branch + ".a", branch, "2026-03", "7.00"),
                        entry("b", Map.of("partner", "康乐 & 诊所")),
                        entry("c", Map.of("project", "长者饭堂")),
                        entry("d", Map.of("counterparty", street)),
                        entry("e", Map.of("counterparty", sibling)),
                        entry("f", Map.of("counterparty", sibling, "partner", "康乐 & 诊所")),
                        CompanySteps.entry(branch + ".g", branch, "2026-03", "8.00")));
        steps.accept(steps.submit(branch, "2026-03"));
        steps.awaitConsolidated(street, 1);
        JsonNode lines = steps.get(HQ, street, "/consolidation/" + street + "/statement-lines?from=2026-03&to=2026-03")
                .get("items");
        assertThat(lines).hasSize(6).allSatisfy(line -> {
            JsonNode entries =
                    steps.follow(HQ, street, line.get("entries").asString()).get("items");
            assertThat(entries).hasSize(line.get("figures").get("entries").asInt());
            BigDecimal gross = entries.valueStream()
                    .map(entry -> new BigDecimal(entry.get("gross").asString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(gross).isEqualTo(line.get("figures").get("gross").asString());
        });
        assertThat(steps.get(HQ, street, "/entries?entryNo=" + branch + ".a").get("items"))
                .hasSize(1);
    }

    private Map<String, Object> entry(String letter, Map<String, String> more) {
        Map<String, Object> entry = CompanySteps.entry(branch + "." + letter, branch, "2026-03", "1.11");
        entry.putAll(more);
        return entry;
    }

    @Test
    void rows_are_answered_one_by_one_and_good_ones_go_on() {
        Map<String, Object> wrong = CompanySteps.entry(branch + "-x", branch, "2026-03", "1.234");
        wrong.put("line", "BARBER");
        wrong.put("unit", sibling);
        JsonNode answer =
                steps.record(branch, List.of(CompanySteps.entry(branch + "-g", branch, "2026-03", "1.00"), wrong));
        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("refused").asInt()).isEqualTo(1);
        assertThat(answer.get("rows").get(1).get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactlyInAnyOrder("unit", "line", "gross");
    }

    @Test
    void the_same_entry_again_changes_nothing_and_another_content_is_refused() {
        Map<String, Object> entry = CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00");
        steps.record(branch, List.of(entry));
        assertThat(steps.record(branch, List.of(entry)).get("unchanged").asInt())
                .isEqualTo(1);
        entry.put("gross", "1.01");
        JsonNode answer = steps.record(branch, List.of(entry));
        assertThat(answer.get("refused").asInt()).isEqualTo(1);
        assertThat(answer.get("rows").get(0).get("errors").get(0).get("field").asString())
                .isEqualTo("entryNo");
    }

    @Test
    void a_return_frees_the_entries_and_a_withdrawn_one_stays_out() {
        steps.record(
                branch,
                List.of(
                        CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00"),
                        CompanySteps.entry(branch + "-2", branch, "2026-03", "2.00")));
        String id = steps.submit(branch, "2026-03");
        steps.post(BRANCH_CLERK, branch, "/entries/" + branch + "-2/withdrawal", Map.of("reason", "录错"), 409);
        steps.post(HQ, street, "/statements/" + id + "/return", Map.of("reasons", List.of("第二笔不符")), 200);
        steps.post(BRANCH_CLERK, branch, "/entries/" + branch + "-2/withdrawal", Map.of("reason", "录错"), 200);
        steps.post(BRANCH_HEAD, branch, "/statements/" + id + "/submission", null, 200);
        assertThat(steps.accept(id).get("totals").get("gross").asString()).isEqualTo("1.00");
    }

    @Test
    void hq_accepts_the_figures_that_it_read_and_no_others() {
        steps.record(branch, List.of(CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00")));
        String id = steps.submit(branch, "2026-03");
        String read = tag(id);
        steps.post(BRANCH_HEAD, branch, "/statements/" + id + "/withdrawal", null, 200);
        steps.record(branch, List.of(CompanySteps.entry(branch + "-2", branch, "2026-03", "9999.00")));
        steps.post(BRANCH_HEAD, branch, "/statements/" + id + "/submission", null, 200);
        assertThat(accepted(id, read)).isEqualTo(412);
        assertThat(accepted(id, tag(id))).isEqualTo(200);
    }

    private String tag(String statement) {
        return java.util.Objects.requireNonNull(http.as(HQ, street)
                .get()
                .uri("/api/company/statements/" + statement)
                .exchange()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag());
    }

    private int accepted(String statement, String tag) {
        return http.as(HQ, street)
                .post()
                .uri("/api/company/statements/" + statement + "/acceptance")
                .header("If-Match", tag)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    @Test
    void refusals_say_why() {
        assertThat(draft(branch, "2026-03", 409).get("type").asString()).endsWith("/nothing-to-report");
        steps.record(branch, List.of(CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00")));
        String id = steps.submit(branch, "2026-03");
        assertThat(draft(branch, "2026-03", 409).get("type").asString()).endsWith("/statement-open");
        WebTestClient both = http.bearing(TestTokens.tokenOf("branch-head-" + branch, List.of(HQ), street));
        assertThat(steps.post(both, "/statements/" + id + "/acceptance", null, 409)
                        .get("type")
                        .asString())
                .endsWith("/same-hands");
        steps.accept(id);
        assertThat(steps.post(HQ, street, "/statements/" + id + "/return", Map.of("reasons", List.of("x")), 409)
                        .get("detail")
                        .asString())
                .contains("ACCEPTED");
        steps.post(
                BRANCH_CLERK, branch, "/statements", Map.of("unit", branch, "period", "2026-03", "submit", true), 403);
    }

    @Test
    void a_month_that_has_not_begun_can_be_drafted_but_not_submitted() {
        String next = YearMonth.now(StreetTime.ZONE).plusMonths(1).toString();
        steps.record(branch, List.of(CompanySteps.entry(branch + "-1", branch, next, "1.00")));
        Map<String, Object> atOnce = Map.of("unit", branch, "period", next, "submit", true);
        assertThat(steps.post(BRANCH_HEAD, branch, "/statements", atOnce, 409)
                        .get("type")
                        .asString())
                .endsWith("/period-not-begun");
        String drafted = draft(branch, next, 201).get("id").asString();
        JsonNode problem = steps.post(BRANCH_HEAD, branch, "/statements/" + drafted + "/submission", null, 409);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("period");
        assertThat(problem.get("errors").get(0).get("expected").asString())
                .isEqualTo(YearMonth.now(StreetTime.ZONE) + " or an earlier month");
        steps.post(BRANCH_HEAD, branch, "/statements/" + drafted + "/discard", null, 200);
    }

    @Test
    void twenty_at_once_submit_and_accept_one_statement() throws Exception {
        steps.record(branch, List.of(CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00")));
        List<Integer> submitted = atOnce(() -> status(
                BRANCH_HEAD, branch, "/statements", Map.of("unit", branch, "period", "2026-03", "submit", true)));
        assertThat(submitted)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        List<Integer> accepted =
                atOnce(() -> status(HQ, street, "/statements/" + branch + "-2026-03-1/acceptance", Map.of()));
        assertThat(accepted)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        steps.awaitConsolidated(street, 1);
        assertFigures(street, "1.00", "0.00", "1.00");
    }

    @Test
    void a_retried_command_gives_the_first_answer() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> entry = CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00");
        WebTestClient clerk = http.as(BRANCH_CLERK, branch)
                .mutate()
                .defaultHeader("Idempotency-Key", key)
                .build();
        steps.post(clerk, "/entries", entry, 201);
        clerk.post()
                .uri("/api/company/entries")
                .bodyValue(entry)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true")
                .expectHeader()
                .exists("Location");
        entry.put("gross", "2.00");
        steps.post(clerk, "/entries", entry, 422);
    }

    @Test
    void a_file_is_answered_by_line_and_a_dry_run_keeps_nothing() {
        String file =
                "\uFEFFentry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo\r\n"
                        + branch + "-1," + branch + ",2026-03,2026-03-01,FAIR,,,,5.00,0.00,0.00,\"two\nlines\"\r\n"
                        + branch + "-2," + branch + ",2026-03,2026-04-01,FAIR,,,,5.00,0.00,0.00,\r\n"
                        + "short,row\r\n"
                        + branch + "-3," + branch + ",2026-03,2026-03-01,FAIR,,,,5.00,0.00,0.00,a \"stray quote\r\n";
        JsonNode dry = upload(file, "?dryRun=true");
        assertThat(dry.get("accepted").asInt()).isEqualTo(1);
        JsonNode wet = upload(file, "");
        assertThat(wet.get("accepted").asInt()).isEqualTo(1);
        assertThat(wet.get("refused").asInt()).isEqualTo(3);
        assertThat(wet.get("refusedRows"))
                .extracting(cell ->
                        cell.get("line").asInt() + " " + cell.get("column").asString())
                .containsExactly("4 date", "5 row", "6 row");
        byte[] export = http.as(BRANCH_CLERK, branch)
                .get()
                .uri("/api/company/entries/export?unit=" + branch)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(new String(export, java.nio.charset.StandardCharsets.UTF_8)).contains("\"two\nlines\"");
        assertThat(upload(new String(export, java.nio.charset.StandardCharsets.UTF_8), "")
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void pages_join_to_the_whole_list_in_each_order() {
        List<Map<String, Object>> entries = new ArrayList<>(IntStream.range(0, 25)
                .mapToObj(i -> CompanySteps.entry(branch + "-" + i, branch, "2026-03", (i % 7) + ".00"))
                .toList());
        steps.record(branch, entries);
        for (String sort : List.of("ENTRY_NO", "DATE", "GROSS")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = steps.get(BRANCH_CLERK, branch, "/entries?limit=7&sort=" + sort + cursor);
                page.get("items").forEach(entry -> seen.add(entry.get("entryNo").asString()));
                cursor = page.get("next").isNull()
                        ? ""
                        : "&cursor=" + page.get("next").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @Test
    void registered_units_can_be_found_and_bad_ones_are_explained() {
        JsonNode refused = steps.post(
                CITY,
                street.substring(0, 4),
                "/units/batch",
                Map.of(
                        "units",
                        List.of(
                                Map.of("code", "12345", "name", ""),
                                Map.of("code", street, "name", "街道", "unitClass", "VENUE"),
                                Map.of("code", branch, "name", "新", "creditCode", "91440703MA4UJ8G67X"))),
                200);
        assertThat(refused.get("refused").asInt()).isEqualTo(3);
        assertThat(steps.get(HQ, street, "/units?level=COMMUNITY&q=" + branch).get("items"))
                .hasSize(1);
        assertThat(steps.get(HQ, street, "/units?within=" + street).get("items"))
                .extracting(unit -> unit.get("code").asString())
                .isEqualTo(List.of(street, branch, sibling));
    }

    private void assertFigures(String scope, String gross, String eliminated, String external) {
        JsonNode total = steps.get(HQ, "*", "/consolidation/" + scope + "?from=2026-03&to=2026-03")
                .get("total");
        assertThat(List.of(
                        total.get("gross").asString(),
                        total.get("eliminated").asString(),
                        total.get("external").asString()))
                .containsExactly(gross, eliminated, external);
    }

    private JsonNode draft(String unit, String period, int status) {
        return steps.post(BRANCH_CLERK, unit, "/statements", Map.of("unit", unit, "period", period), status);
    }

    private JsonNode upload(String file, String query) {
        byte[] body = http.as(BRANCH_CLERK, branch)
                .post()
                .uri("/api/company/entries/import" + query)
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return tools.jackson.databind.json.JsonMapper.shared().readTree(body);
    }

    private int status(Role role, String unit, String path, Object body) {
        return http.as(role, unit)
                .post()
                .uri("/api/company" + path)
                .bodyValue(body)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new ArrayList<>();
            for (var answer : people.invokeAll(java.util.Collections.nCopies(20, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
