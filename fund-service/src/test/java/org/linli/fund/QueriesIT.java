package org.linli.fund;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.file.TableFormat;
import org.linli.platform.security.Role;
import org.linli.platform.sheet.SheetTable;
import org.linli.platform.table.TableRow;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.testing.history.Unit;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Lists, sums and exports as people look at them. */
@LinliTest
class QueriesIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    FundSteps fund;
    String street;

    /** Three branches: one owes 200.00 and funded all, one owes 100.00 and funded 30.00, one gave refunds. */
    @BeforeEach
    void begin() {
        fund = new FundSteps(http, kafka);
        street = Histories.freshStreet();
        fund.acceptedAtOnce(
                street,
                List.of(
                        FundSteps.statement(street + "101", "2026-01", 1, "1000.00"),
                        FundSteps.statement(street + "102", "2026-02", 1, "500.00"),
                        FundSteps.statement(street + "103", "2026-02", 1, "-10.00")));
        fund.fund(street + "101", "2026-01", "200.00", "a");
        fund.fund(street + "102", "2026-02", "30.00", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "unit, 101 102 103",
        "period, 101 102 103",
        "owed, 101 102 103",
        "outstanding, 102 101 103",
        "OUTSTANDING, 102 101 103"
    })
    void lists_obligations_in_the_order_asked_for_page_by_page(String sort, String branches) {
        assertThat(fund.all(Role.HQ, street, "/api/fund/obligations?limit=1&sort=" + sort))
                .extracting(item -> item.get("unit").asString().substring(9))
                .containsExactly(branches.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"FUNDED, 101", "partly_funded, 102", "NOTHING_OWED, 103"})
    void narrows_obligations_to_a_state(String state, String branch) {
        assertThat(fund.all(Role.HQ, street, "/api/fund/obligations?state=" + state))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.get("unit").asString()).isEqualTo(street + branch);
                    assertThat(item.get("state").asString()).isEqualToIgnoringCase(state);
                });
    }

    @Test
    void narrows_obligations_to_periods_and_a_subtree() {
        assertThat(units("/api/fund/obligations?from=2026-02&to=2026-02")).containsExactly("102", "103");
        assertThat(units("/api/fund/obligations?within=" + street + "101")).containsExactly("101");
        assertThat(units("/api/fund/obligations?within=999999")).isEmpty();
    }

    private List<String> units(String uri) {
        return fund.all(Role.HQ, street, uri).stream()
                .map(item -> item.get("unit").asString().substring(9))
                .toList();
    }

    @Test
    void a_page_names_the_next_one_in_its_link_header() {
        var answer = http.as(Role.HQ, street)
                .get()
                .uri("/api/fund/obligations?limit=2&sort=unit")
                .exchange()
                .expectBody()
                .returnResult();
        String next = FundSteps.json(answer).get("next").asString();
        assertThat(answer.getResponseHeaders().getFirst("Link"))
                .isEqualTo("</api/fund/obligations?limit=2&sort=unit&cursor=" + next + ">; rel=\"next\"");
    }

    @Test
    void compliance_shows_owed_funded_and_the_rate_reached_by_branch_period_street_and_in_total() {
        assertThat(compliance("branch"))
                .containsExactly(
                        "101 1000.00 0.2000 200.00 200.00 0.00 0.2000",
                        "102 500.00 0.2000 100.00 30.00 70.00 0.0600",
                        "103 -10.00 0.2000 0.00 0.00 0.00 null");
        assertThat(compliance("period"))
                .containsExactly(
                        "2026-01 1000.00 0.2000 200.00 200.00 0.00 0.2000",
                        "2026-02 490.00 0.2000 100.00 30.00 70.00 0.0600");
        assertThat(compliance("street")).containsExactly(" 1490.00 0.2000 300.00 230.00 70.00 0.1533");
        assertThat(compliance("total")).containsExactly("total 1490.00 0.2000 300.00 230.00 70.00 0.1533");
    }

    private List<String> compliance(String by) {
        return fund.all(Role.AUDITOR, street, "/api/fund/compliance/" + street + "?limit=1&by=" + by).stream()
                .map(this::line)
                .toList();
    }

    private String line(JsonNode row) {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        row.get("key").asString().replace(street, ""),
                        row.get("base").asString(),
                        row.get("rate").asString(),
                        row.get("owed").asString(),
                        row.get("funded").asString(),
                        row.get("outstanding").asString(),
                        row.get("rateReached").isNull()
                                ? null
                                : row.get("rateReached").asString());
    }

    @Test
    void exports_are_tables_that_no_spreadsheet_takes_for_formulas() {
        kafka.publish(FundSteps.registered(List.of(new Unit(street + "101", "=1+1, \"邻里\"", "VENUE"))));
        Awaitility.await("the name is known")
                .until(() -> text("/api/fund/obligations/export").contains("邻里"));
        assertThat(text("/api/fund/obligations/export").lines())
                .startsWith(
                        "unit,name,period,state,statement_id,policy_id,base_kind,base,rate,owed,funded,outstanding"
                                + ",carry,carried,assessed_base,credit",
                        street + "101,\"'=1+1, \"\"邻里\"\"\",2026-01,FUNDED," + street
                                + "101-2026-01-1,1,GROSS_LESS_TAX,1000.00,0.2000,200.00,200.00,0.00,NONE,0.00,1000.00,0.00")
                .hasSize(4);
        assertThat(text("/api/fund/compliance/" + street + "/export?by=period").lines())
                .containsExactly(
                        "key,name,base,rate,owed,funded,outstanding,rate_reached,obligations"
                                + ",assessed_base,carried,uncarried,credit,compliant",
                        "2026-01,,1000.00,0.2000,200.00,200.00,0.00,0.2000,1,1000.00,0.00,0.00,0.00,true",
                        "2026-02,,490.00,0.2000,100.00,30.00,70.00,0.0600,2,500.00,0.00,-10.00,0.00,false");
        assertThat(text("/api/fund/obligations/export?header=zh")).startsWith("\uFEFF单位代码,单位名称,期间,状态,");
    }

    @Test
    void exports_as_xlsx_have_the_figures_of_the_lists() throws IOException {
        List<TableRow> obligations = rows(
                "/api/fund/obligations/export?format=xlsx",
                "unit,name,period,state,statement_id,policy_id,base_kind,base,rate,owed,funded,outstanding"
                        + ",carry,carried,assessed_base,credit");
        assertThat(obligations)
                .extracting(row -> row.value("unit"), row -> row.value("rate"), row -> row.value("funded"))
                .containsExactly(
                        tuple(street + "101", "0.2", "200"),
                        tuple(street + "102", "0.2", "30"),
                        tuple(street + "103", "0.2", "0"));
        List<TableRow> compliance = rows(
                "/api/fund/compliance/" + street + "/export?by=period&header=zh&format=XLSX",
                "分组,名称,基数,规定比例,应返还,已到账,未到账,实际比例,笔数,计提基数,结转额,未结转负基数,多缴额,是否达标");
        assertThat(compliance)
                .extracting(row -> row.value("分组"), row -> row.value("实际比例"), row -> row.value("是否达标"))
                .containsExactly(tuple("2026-01", "0.2", "true"), tuple("2026-02", "0.06", "false"));
    }

    private List<TableRow> rows(String uri, String header) throws IOException {
        byte[] file = Objects.requireNonNull(http.as(Role.AUDITOR, street)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(TableFormat.XLSX_TYPE)
                .expectBody()
                .returnResult()
                .getResponseBody());
        List<TableRow> rows = new ArrayList<>();
        try (SheetTable sheet = SheetTable.open(file, List.of(header.split(",")))) {
            for (var row = sheet.next(); row.isPresent(); row = sheet.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private String text(String uri) {
        return http.as(Role.AUDITOR, street)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void entries_of_an_account_are_those_that_touch_it() {
        assertThat(fund.all(Role.HQ, street, "/api/fund/ledger/entries?limit=1&account=1002"))
                .extracting(entry -> entry.get("kind").asString())
                .containsExactly("FUNDING", "FUNDING");
        assertThat(fund.all(Role.HQ, street, "/api/fund/ledger/entries")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/fund/obligations?state=SOLD",
                "/api/fund/obligations?sort=name",
                "/api/fund/obligations?from=2026",
                "/api/fund/obligations?within=44o7",
                "/api/fund/obligations?limit=0",
                "/api/fund/obligations?cursor=abc",
                "/api/fund/fundings?cursor=abc",
                "/api/fund/reversals?cursor=abc",
                "/api/fund/policies?cursor=abc",
                "/api/fund/ledger/entries?account=9999",
                "/api/fund/obligations/export?format=PDF",
                "/api/fund/compliance/{street}/export?format=PDF",
                "/api/fund/compliance/{street}?by=moon"
            })
    void a_query_that_cannot_be_read_is_refused_with_the_parameter_at_fault(String uri) {
        http.as(Role.HQ, street)
                .get()
                .uri(uri, street)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].expected")
                .isNotEmpty();
    }

    @Test
    void the_openapi_description_has_every_route_with_its_key_its_paging_and_its_problems() {
        JsonNode document = fund.get(Role.HQ, street, "/api/fund/v3/api-docs");
        JsonNode funding = document.get("paths").get("/api/fund/fundings");
        assertThat(funding.get("post").get("parameters").findValuesAsString("name"))
                .containsExactly("Idempotency-Key");
        assertThat(funding.get("get").get("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("within", "from", "to", "cursor", "limit");
        assertThat(funding.get("post").get("responses").propertyNames()).contains("401", "403", "default");
        assertThat(document.get("components")
                        .get("schemas")
                        .get("Funding")
                        .get("properties")
                        .get("amount")
                        .get("type")
                        .asString())
                .isEqualTo("string");
    }
}
