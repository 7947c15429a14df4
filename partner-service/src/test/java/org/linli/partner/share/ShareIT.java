package org.linli.partner.share;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.agreement.AgreementSteps;
import org.linli.partner.agreement.SeededProposals;
import org.linli.partner.share.application.RemindOfReports;
import org.linli.platform.file.TableFormat;
import org.linli.platform.money.Yuan;
import org.linli.platform.sheet.SheetLines;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Turnover from the partner's report to the event that books its share. */
@LinliTest
class ShareIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestDatabase database;

    @Autowired
    TestKafka kafka;

    @Autowired
    SeededProposals proposals;

    @Autowired
    RemindOfReports reminders;

    private ShareSteps steps;
    private String branch;
    private String agreement;

    @BeforeEach
    void an_agreement_in_force() {
        branch = Histories.freshStreet() + "101";
        AgreementSteps agreements = new AgreementSteps(http, proposals);
        agreement = agreements.agreed(branch, AgreementSteps.terms());
        steps = new ShareSteps(agreements);
    }

    @Test
    void a_report_is_disputed_answered_confirmed_and_corrected_and_only_differences_are_booked() {
        JsonNode first = steps.report(branch, agreement, "2025-04", "12345.70", 201);
        assertThat(first.get("share").asString()).isEqualTo("1851.86");
        assertThat(first.get("tax").asString()).isEqualTo("18.52");
        assertThat(first.get("daysLate").asInt()).isPositive();
        assertThat(type(steps.report(branch, agreement, "2025-04", "1.00", 409)))
                .isEqualTo("report-waits");
        JsonNode disputed = steps.dispute(branch, id(first), 200);
        assertThat(disputed.get("reason").asString()).isEqualTo("与收款记录不符");

        JsonNode second = steps.report(branch, agreement, "2025-04", "10000.00", 201);
        assertThat(second.get("number").asInt()).isEqualTo(2);
        assertThat(steps.get(branch, id(first)).get("state").asString()).isEqualTo("ANSWERED");
        JsonNode confirmed = steps.confirm(branch, id(second), 200);
        assertThat(confirmed.get("change").asString()).isEqualTo("1500.00");
        assertThat(type(steps.confirm(branch, id(second), 409))).isEqualTo("report-not-in-this-state");

        steps.report(branch, agreement, "2025-04", "10000.00", 422);
        JsonNode third = steps.report(branch, agreement, "2025-04", "9999.90", 201);
        JsonNode corrected = steps.confirm(branch, id(third), 200);
        assertThat(corrected.get("share").asString()).isEqualTo("1499.99");
        assertThat(corrected.get("change").asString()).isEqualTo("-0.01");
        assertThat(steps.get(branch, id(second)).get("state").asString()).isEqualTo("SUPERSEDED");

        List<JsonNode> told = told(agreement + "/2025-04", 2);
        assertThat(told).extracting(event -> event.get("change").asString()).containsExactly("1500.00", "-0.01");
        assertThat(told)
                .extracting(event -> event.get("entryNo").asString())
                .containsExactly(
                        confirmed.get("entryNo").asString(),
                        corrected.get("entryNo").asString());
        assertThat(told.getLast().get("tax").asString()).isEqualTo("0.00");
        assertThatThrownBy(
                        () -> database.execute("UPDATE turnover_report SET share = 0 WHERE id = '" + id(second) + "'"))
                .hasStackTraceContaining("never changed");
    }

    private List<JsonNode> told(String subject, int count) {
        return Awaitility.await("events of " + subject)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> kafka.records("linli.partner.share").stream()
                                .filter(record -> header(record, "ce_subject").equals(subject))
                                .map(record -> JsonMapper.shared().readTree(record.value()))
                                .toList(),
                        found -> found.size() >= count);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void twenty_confirmations_at_once_book_once() throws Exception {
        String report = id(steps.report(branch, agreement, "2025-05", "100.00", 201));
        java.util.concurrent.Callable<Integer> confirmation = () -> steps.statusOfConfirmation(branch, report);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new java.util.ArrayList<>();
            for (var answer : people.invokeAll(java.util.Collections.nCopies(20, confirmation))) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsOnly(200, 409)
                    .filteredOn(status -> status == 200)
                    .hasSize(1);
        }
        assertThat(told(agreement + "/2025-05", 1)).hasSize(1);
    }

    @Test
    void periods_outside_the_agreement_or_not_over_are_refused_and_named() {
        for (String period : List.of("2025-02", "2199-01", "2035-03")) {
            JsonNode answer = steps.report(branch, agreement, period, "1.00", 422);
            assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo("period");
        }
        JsonNode unreadable = steps.report(branch, agreement, "2025-13", "-1", 422);
        assertThat(unreadable.get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactlyInAnyOrder("period", "turnover");
    }

    @Test
    void what_waits_for_a_month_after_the_end_is_disputed_and_not_confirmed() {
        JsonNode within = steps.report(branch, agreement, "2025-06", "100.00", 201);
        JsonNode after = steps.report(branch, agreement, "2025-07", "100.00", 201);
        steps.end(branch, agreement, "2025-06-15", 200);

        JsonNode refused = steps.confirm(branch, id(after), 409);
        assertThat(type(refused)).isEqualTo("agreement-ended-before");
        assertThat(refused.get("detail").asString()).contains("2025-07", "2025-03 to 2025-06");
        assertThat(steps.get(branch, id(after)).get("state").asString()).isEqualTo("REPORTED");
        steps.dispute(branch, id(after), 200);
        steps.report(branch, agreement, "2025-07", "90.00", 422);
        steps.confirm(branch, id(within), 200);
    }

    @Test
    void an_end_leaves_out_no_month_that_was_confirmed_unless_it_is_corrected_to_nothing() {
        steps.confirm(branch, id(steps.report(branch, agreement, "2025-07", "100.00", 201)), 200);
        JsonNode refused = steps.end(branch, agreement, "2025-06-30", 409);
        assertThat(type(refused)).isEqualTo("months-confirmed");
        assertThat(refused.get("detail").asString()).contains("2025-07");

        steps.confirm(branch, id(steps.report(branch, agreement, "2025-07", "0.00", 201)), 200);
        steps.end(branch, agreement, "2025-06-30", 200);
        JsonNode again = steps.report(branch, agreement, "2025-07", "50.00", 201);
        assertThat(steps.confirm(branch, id(again), 200).get("change").asString())
                .isEqualTo("7.50");
    }

    @Test
    void a_share_of_the_profit_needs_the_cost() {
        AgreementSteps agreements = new AgreementSteps(http, proposals);
        String profit = agreements.agreed(branch, AgreementSteps.with("shareBase", "PROFIT"));
        assertThat(steps.report(branch, profit, "2025-04", "100.00", 422)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("cost");
        JsonNode taken = steps.report(
                branch, Map.of("agreementId", profit, "period", "2025-04", "turnover", "100.00", "cost", "40.00"), 201);
        assertThat(taken.get("share").asString()).isEqualTo("9.00");
    }

    @Test
    void a_file_is_answered_row_by_row_and_a_dry_run_keeps_nothing() {
        String file = "\uFEFFagreement_id,period,turnover,cost,evidence,note\r\n"
                + agreement + ",2025-06,1000.00,,pos.pdf;bank.pdf,\r\n"
                + agreement + ",2025-06,1000.00,,,\r\n"
                + agreement + ",2025-13,1000.001,,,\r\n"
                + "short,row\r\n"
                + "0198c0de-0000-7000-8000-000000000001,2025-06,1.00,,,\r\n"
                + agreement + ",2025-07,2000.00,,,\"二\n行\"\r\n";
        JsonNode dry = steps.upload(branch, file, true);
        assertThat(dry.get("accepted").asInt()).isEqualTo(2);
        JsonNode wet = steps.upload(branch, file, false);
        assertThat(wet.get("accepted").asInt()).isEqualTo(2);
        assertThat(wet.get("refusedRows"))
                .extracting(cell ->
                        cell.get("line").asInt() + " " + cell.get("column").asString())
                .containsExactly("3 period", "4 period", "4 turnover", "5 row", "6 agreement_id");
        JsonNode listed = steps.list(branch, "?agreementId=" + agreement + "&period=2025-06");
        assertThat(listed.get("items").get(0).get("evidence"))
                .extracting(JsonNode::asString)
                .containsExactly("pos.pdf", "bank.pdf");
    }

    @Test
    void an_xlsx_file_is_answered_row_by_row_as_well() {
        SheetLines lines =
                new SheetLines("a", List.of("agreement_id", "period", "turnover", "cost", "evidence", "note"));
        var file = new ByteArrayOutputStream();
        file.writeBytes(lines.rows(List.of(
                List.of(agreement, "2025-06", Yuan.ofFen(100_050), "", "pos.pdf;bank.pdf", "=1"),
                List.of(agreement, LocalDate.of(2025, 7, 1), Yuan.ofFen(1)),
                List.of("short", "2025-06", new BigDecimal("1.001")))));
        file.writeBytes(lines.end());
        for (boolean dryRun : List.of(true, false)) {
            JsonNode answer = steps.upload(branch, file.toByteArray(), TableFormat.XLSX_TYPE, dryRun);
            assertThat(answer.get("accepted").asInt()).isEqualTo(1);
            assertThat(answer.get("refusedRows"))
                    .extracting(cell ->
                            cell.get("line").asInt() + " " + cell.get("column").asString())
                    .containsExactly("3 period", "4 agreement_id", "4 turnover");
        }
        JsonNode listed = steps.list(branch, "?agreementId=" + agreement + "&period=2025-06");
        assertThat(listed.get("items").get(0).get("turnover").asString()).isEqualTo("1000.50");
    }

    @Test
    void late_reports_are_shown_and_brought_to_mind_once_a_week() {
        JsonNode late = steps.list(branch, "/late?within=" + branch);
        assertThat(late.get("items").get(0).get("period").asString()).isEqualTo("2025-03");
        assertThat(late.get("items").get(0).get("dueOn").asString()).isEqualTo("2025-04-10");
        steps.report(branch, agreement, "2025-03", "1.00", 201);
        assertThat(steps.list(branch, "/late?within=" + branch)
                        .get("items")
                        .get(0)
                        .get("period")
                        .asString())
                .isEqualTo("2025-04");
        assertThat(reminders.remind().block(Duration.ofSeconds(30))).isPositive();
        assertThat(reminders.remind().block(Duration.ofSeconds(30))).isZero();
        JsonNode reminded =
                steps.list(branch, "/late?within=" + branch).get("items").get(0);
        assertThat(reminded.get("reminders").asInt()).isEqualTo(1);
        assertThat(reminded.get("daysLate").asInt()).isPositive();
        Awaitility.await("the partner is told of it")
                .untilAsserted(() -> assertThat(kafka.records("linli.partner.turnover"))
                        .anyMatch(record -> new String(record.value(), StandardCharsets.UTF_8)
                                .contains("\"agreementId\":\"" + agreement + "\"")));
    }

    private static String id(JsonNode report) {
        return report.get("id").asString();
    }

    private static String type(JsonNode problem) {
        return problem.get("type").asString().replaceFirst(".*/", "");
    }
}
