package org.linli.company.consolidation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.file.TableFormat;
import org.linli.platform.security.Role;
import org.linli.platform.sheet.SheetTable;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.History;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** What HQ looks at: drill-down, comparison, pages, export, and what is told to a wrong question. */
@LinliTest
class ConsolidationReadsIT {

    @Autowired
    TestKafka kafka;

    @Autowired
    TestHttp http;

    private ConsolidationSteps steps;

    @BeforeEach
    void set_up() {
        steps = new ConsolidationSteps(http, kafka);
    }

    @Test
    void a_figure_leads_down_to_its_lines_and_their_entries() {
        History history = steps.taken(71);
        String street = history.statements().getFirst().unit().substring(0, 9);
        JsonNode view = steps.get(street + "?from=2026-01&to=2026-02");
        JsonNode line = view.get("byLine").get(0);

        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal eliminated = BigDecimal.ZERO;
        String cursor = "";
        do {
            JsonNode page = steps.get(street + "/statement-lines?limit=3&from=2026-01&to=2026-02&line="
                    + line.get("line").asString() + cursor);
            for (JsonNode each : page.get("items")) {
                BigDecimal amount =
                        new BigDecimal(each.get("figures").get("gross").asString());
                gross = gross.add(amount);
                eliminated = each.get("eliminated").asBoolean() ? eliminated.add(amount) : eliminated;
                assertThat(each.get("entries").asString())
                        .startsWith("/api/company/entries?statement="
                                + each.get("branch").asString());
            }
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(gross).isEqualByComparingTo(line.get("gross").asString());
        assertThat(eliminated).isEqualByComparingTo(line.get("eliminated").asString());
    }

    @Test
    void two_periods_are_compared_by_their_difference() {
        History history = steps.taken(81);
        String street = history.statements().getFirst().unit().substring(0, 9);

        JsonNode view = steps.get(street + "?from=2026-02&to=2026-02&compareFrom=2026-01&compareTo=2026-01");

        assertThat(view.get("comparison").get("change").get("gross").asString())
                .isEqualTo(history.figures(street, "2026-02")
                        .gross()
                        .subtract(history.figures(street, "2026-01").gross())
                        .toPlainString());
        assertThat(steps.get(street + "?from=2026-02&to=2026-02").has("comparison"))
                .isFalse();
    }

    @Test
    void the_export_holds_every_cell_of_the_list_under_a_header_in_either_language() {
        History history = steps.taken(91);
        String city = city(history);
        JsonNode cells = steps.get("cells?limit=5000&within=" + city).get("items");

        String english = export("?within=" + city);
        String chinese = export("?header=zh&within=" + city);

        assertThat(english.lines())
                .hasSize(cells.size() + 1)
                .first()
                .isEqualTo("scope,period,line,gross,tax,direct_cost,eliminated,external,entries");
        assertThat(english)
                .contains(cells.get(0).get("scope").asString() + ","
                        + cells.get(0).get("period").asString() + ","
                        + cells.get(0).get("line").asString() + ","
                        + cells.get(0).get("gross").asString());
        assertThat(chinese).startsWith("\uFEFF单位代码,期间");
        assertThat(chinese.lines().skip(1).toList())
                .isEqualTo(english.lines().skip(1).toList());
    }

    @Test
    void cells_come_page_by_page_without_gap_or_repetition() {
        History history = steps.taken(95);
        String city = city(history);
        List<String> whole = new ArrayList<>();
        steps.get("cells?limit=5000&within=" + city).get("items").forEach(cell -> whole.add(cell.toString()));

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = steps.get("cells?limit=7&within=" + city + cursor);
            page.get("items").forEach(cell -> paged.add(cell.toString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(whole).isNotEmpty();
    }

    @Test
    void the_export_as_xlsx_has_the_rows_of_the_csv_one() throws IOException {
        String city = city(steps.taken(96));
        byte[] file = Objects.requireNonNull(http.as(Role.HQ, "*")
                .get()
                .uri("/api/company/consolidation/cells/export?format=XLSX&header=zh&within=" + city)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(TableFormat.XLSX_TYPE)
                .expectBody()
                .returnResult()
                .getResponseBody());
        List<String> lines =
                export("?header=zh&within=" + city).substring(1).lines().toList();
        List<String> columns = List.of(lines.getFirst().split(","));
        try (SheetTable sheet = SheetTable.open(file, columns)) {
            for (String line : lines.subList(1, lines.size())) {
                List<String> values = sheet.next().orElseThrow().values();
                assertThat(values.getFirst()).isEqualTo(line.split(",")[0]);
                assertThat(new BigDecimal(values.get(3))).isEqualByComparingTo(line.split(",")[3]);
            }
            assertThat(sheet.next()).isEmpty();
        }
    }

    private String export(String query) {
        return http.as(Role.HQ, "*")
                .get()
                .uri("/api/company/consolidation/cells/export" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @ParameterizedTest(name = "{0} is refused for its {1}")
    @CsvSource({
        "440703006, from",
        "440703006?from=2026-01, to",
        "440703006?from=2026-1&to=2026-02, from",
        "440703006?from=2026-13&to=2026-12, from",
        "440703006?from=2026-02&to=2026-01, to",
        "440703006?from=2016-01&to=2026-01, to",
        "440703006?from=2026-01&to=2026-02&compareFrom=2025-01, compareTo",
        "440703006/branches?from=x, from",
        "440703006/branches?cursor=x, cursor",
        "440703006/partners?limit=0, limit",
        "440703006/statement-lines?branch=440703006, branch",
        "cells?level=VILLAGE, level",
        "cells?within=4407x, within",
        "cells/export?header=de, header",
        "cells/export?format=PDF, format",
    })
    void what_cannot_be_read_is_told_with_its_name(String path, String field) {
        http.as(Role.HQ, "*")
                .get()
                .uri("/api/company/consolidation/" + path)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].expected")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"440703006", "44070300", "rebuilds", "999999999"})
    void a_branch_sees_no_consolidation_and_an_unknown_unit_is_not_found(String scope) {
        http.as(Role.BRANCH_HEAD, "440703006", "999999999")
                .get()
                .uri("/api/company/consolidation/" + scope + "?from=2026-01&to=2026-02")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static String city(History history) {
        return history.statements().getFirst().unit().substring(0, 4);
    }
}
