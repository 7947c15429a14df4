package org.linli.partner.points;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.attempt.CodeAttempts;
import org.linli.partner.points.application.ExpirePoints;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.RESIDENT;

@LinliTest
class PointsIT {

    @Autowired
    TestHttp client;

    @Autowired
    TestDatabase database;

    @Autowired
    ExpirePoints expiry;

    private PartnerSteps http;
    private PointsSteps steps;
    private String branch;

    @BeforeEach
    void begin() {
        branch = Histories.freshStreet() + "101";
        http = new PartnerSteps(client);
        steps = new PointsSteps(http, branch);
        database.execute("INSERT INTO unit VALUES ('%s', '街道', NULL, 'STREET', 1)".formatted(branch.substring(0, 9)));
        steps.rule();
    }

    @Test
    void are_kept_in_streets_that_exist_and_nowhere_else() {
        String nowhere = Histories.freshStreet();

        JsonNode refused = http.post(RESIDENT, nowhere, "/points/cards", Map.of("street", nowhere), 422);

        assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("street");
        assertThat(database.number("SELECT count(*) FROM points_account WHERE street = '" + nowhere + "'"))
                .isZero();
    }

    @Test
    void the_list_of_own_accounts_is_bounded_and_shows_what_each_has() {
        steps.earn(RESIDENT, 3);
        String street = branch.substring(0, 9);
        database.execute("""
                INSERT INTO points_account (street, holder, name)
                SELECT to_char(n, 'FM000000000'), a.holder, a.name
                  FROM generate_series(1, 300) AS n, points_account a WHERE a.street = '%s'
                """.formatted(street));

        JsonNode mine = http.get(RESIDENT, street, "/points/mine").get("items");

        assertThat(mine).hasSize(100);
        assertThat(steps.balance(RESIDENT)).isEqualTo(6);
    }

    @Test
    void are_earned_by_the_rule_spent_and_shown_with_their_history() {
        assertThat(steps.earn(RESIDENT, 3).get("points").asInt()).isEqualTo(6);
        steps.spend(RESIDENT, 4, 201);
        assertThat(steps.balance(RESIDENT)).isEqualTo(2);
        JsonNode history = http.get(RESIDENT, branch.substring(0, 9), "/points/mine/entries");
        assertThat(history.get("items"))
                .extracting(entry -> entry.get("kind").asString() + " " + entry.get("points"))
                .containsExactly("SPENT 4", "EARNED 6");
        JsonNode mine = http.get(RESIDENT, branch.substring(0, 9), "/points/mine")
                .get("items")
                .get(0);
        assertThat(mine.get("balance").asInt()).isEqualTo(2);
        assertThat(mine.get("lots")).hasSize(1);
    }

    @Test
    void are_not_spent_beyond_what_is_there() {
        steps.earn(RESIDENT, 1);
        JsonNode refused = steps.spend(RESIDENT, 3, 409);
        assertThat(refused.get("type").asString()).endsWith("/not-enough-points");
        assertThat(steps.balance(RESIDENT)).isEqualTo(2);
    }

    @Test
    void a_reference_earns_once() {
        String reference = UUID.randomUUID().toString();
        steps.earn(RESIDENT, 1, reference);
        JsonNode refused =
                http.post(BRANCH_CLERK, branch, "/points/earnings", steps.earning(RESIDENT, 1, reference), 409);
        assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("reference");
        for (String alike : List.of(reference + " ", reference + "\u200B", reference.toUpperCase(Locale.ROOT))) {
            http.post(BRANCH_CLERK, branch, "/points/earnings", steps.earning(RESIDENT, 1, alike), 409);
        }
        assertThat(steps.balance(RESIDENT)).isEqualTo(2);
    }

    @Test
    void a_card_of_yesterday_or_of_another_street_is_not_known() {
        String card = steps.card(RESIDENT);
        String elsewhere = Histories.freshStreet() + "101";
        http.get(BRANCH_CLERK, elsewhere, "/points/cards/" + card + "?unit=" + elsewhere, 404);
        database.execute("UPDATE points_card SET expires_at = now() - interval '1 second' WHERE account_id = '"
                + steps.account(RESIDENT) + "'");
        http.get(BRANCH_CLERK, branch, "/points/cards/" + card + "?unit=" + branch, 404);
    }

    @Test
    void a_card_shown_to_earn_takes_nothing_and_one_to_spend_takes_once() {
        steps.earn(RESIDENT, 5);
        Map<String, Object> shown = new HashMap<>(steps.spending(RESIDENT, 1, "1"));
        shown.put("card", steps.card(RESIDENT));
        http.post(BRANCH_CLERK, branch, "/points/spendings", shown, 404);
        shown.put("card", steps.card(RESIDENT, "SPEND"));
        http.post(BRANCH_CLERK, branch, "/points/spendings", shown, 201);
        shown.put("reference", "2");
        http.post(BRANCH_CLERK, branch, "/points/spendings", shown, 404);
        Map<String, Object> earning = new HashMap<>(steps.earning(RESIDENT, 1, "3"));
        earning.put("card", steps.card(RESIDENT, "SPEND"));
        http.post(BRANCH_CLERK, branch, "/points/earnings", earning, 404);
        assertThat(steps.balance(RESIDENT)).isEqualTo(9);
    }

    @Test
    void a_card_that_could_not_pay_is_still_there() {
        steps.earn(RESIDENT, 1);
        Map<String, Object> spending = new HashMap<>(steps.spending(RESIDENT, 3, "1"));
        http.post(BRANCH_CLERK, branch, "/points/spendings", spending, 409);
        spending.put("points", 2);
        http.post(BRANCH_CLERK, branch, "/points/spendings", spending, 201);
    }

    @Test
    void a_card_is_answered_again_and_nowhere_kept_in_clear() {
        var asked = client.as(RESIDENT, branch.substring(0, 9));
        JsonNode first = cardOf(asked);
        assertThat(cardOf(asked)).isEqualTo(first);
        String code = first.get("code").asString();
        assertThat(code).matches("[0-9]{12}");
        assertThat(database.number("SELECT count(*) FROM points_card WHERE code_hash LIKE '%" + code + "%'"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM idempotency WHERE answer LIKE '%" + code + "%'"))
                .isZero();
    }

    private JsonNode cardOf(WebTestClient asked) {
        var request = asked.post().uri("/api/partner/points/cards").header("Idempotency-Key", "the-same");
        return PartnerSteps.read(
                request.bodyValue(Map.of("street", branch.substring(0, 9))).exchange(), 201);
    }

    @Test
    void who_tries_codes_out_has_to_wait_and_a_right_one_does_not_help() {
        String elsewhere = branch.substring(0, 9) + "199";
        String card = steps.card(RESIDENT);
        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(n -> look(elsewhere, n == 11 ? card : "%012d".formatted(n))
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();
        assertThat(statuses.subList(0, 10)).containsOnly(404);
        assertThat(statuses.subList(10, 12)).containsOnly(429);
        int wait = Integer.parseInt(look(elsewhere, card)
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Retry-After"));
        assertThat(wait).isBetween(800, 900);
        steps.shown(card);
    }

    @Test
    void wrong_codes_count_for_a_quarter_of_an_hour() {
        String elsewhere = branch.substring(0, 9) + "197";
        String card = steps.card(RESIDENT);
        look(elsewhere, "%012d".formatted(0)).expectStatus().isNotFound();
        database.execute("UPDATE code_attempt SET tried = 10, wrong = 10, since = since - interval '16 minutes'"
                + " WHERE caller LIKE '%" + elsewhere + "'");
        look(elsewhere, card).expectStatus().isOk();
    }

    @Test
    void a_command_done_before_is_answered_again_while_the_counter_has_to_wait() {
        Map<String, Object> earning =
                steps.earning(RESIDENT, 1, UUID.randomUUID().toString());
        JsonNode first = earned(earning);
        for (int n = 0; n < 10; n++) {
            look(branch, "%012d".formatted(n)).expectStatus().isNotFound();
        }
        assertThat(earned(earning)).isEqualTo(first);
        http.post(BRANCH_CLERK, branch, "/points/earnings", earning, 429);
    }

    private JsonNode earned(Map<String, Object> earning) {
        var request = client.as(BRANCH_CLERK, branch)
                .post()
                .uri("/api/partner/points/earnings")
                .header("Idempotency-Key", "earned-once");
        return PartnerSteps.read(request.bodyValue(earning).exchange(), 201);
    }

    private WebTestClient.ResponseSpec look(String unit, String card) {
        return client.as(BRANCH_CLERK, unit)
                .get()
                .uri("/api/partner/points/cards/" + card + "?unit=" + unit)
                .exchange();
    }

    @Test
    void many_tries_at_once_get_no_further_than_the_limit() throws Exception {
        String elsewhere = branch.substring(0, 9) + "198";
        AtomicInteger looked = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> calls = IntStream.range(0, 100)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        int status = look(elsewhere, "%012d".formatted(n))
                                .expectBody()
                                .returnResult()
                                .getStatus()
                                .value();
                        looked.addAndGet(status == 404 ? 1 : 0);
                        return null;
                    })
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        assertThat(looked.get()).isEqualTo(CodeAttempts.MOST_WRONG);
    }

    @Test
    void a_loss_is_given_back_when_the_objection_holds() {
        String account = steps.account(RESIDENT);
        steps.earn(RESIDENT, 2);
        String loss = steps.loss(account);
        assertThat(steps.balance(RESIDENT)).isEqualTo(3);
        steps.appeal(RESIDENT, loss);
        http.post(RESIDENT, branch.substring(0, 9), "/points/losses/" + loss + "/appeal", Map.of("text", "又"), 409);
        assertThat(steps.decide(loss, true, 200).get("reversed").asBoolean()).isTrue();
        assertThat(steps.balance(RESIDENT)).isEqualTo(4);
        assertThat(steps.decide(loss, false, 409).get("type").asString()).endsWith("/decided-already");
    }

    @Test
    void what_has_ended_is_booked_away_once() {
        steps.earn(RESIDENT, 5);
        String account = steps.account(RESIDENT);
        database.execute("""
                ALTER TABLE points_entry DISABLE TRIGGER points_entry_append_only;
                UPDATE points_entry SET expires_on = current_date - 2 WHERE account_id = '%s';
                ALTER TABLE points_entry ENABLE TRIGGER points_entry_append_only
                """.formatted(account));
        assertThat(steps.balance(RESIDENT)).isZero();
        assertThat(expiry.expire().block()).isGreaterThanOrEqualTo(1);
        assertThat(sum("EXPIRED", account)).isEqualTo(10);
        expiry.expire().block();
        assertThat(sum("EXPIRED", account)).isEqualTo(10);
        assertThat(sum("HOLDER", account)).isZero();
    }

    @Test
    void forty_counters_at_once_never_give_more_than_there_is() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        steps.earn(RESIDENT, 10);
        steps.earn(RESIDENT, 10);
        String account = steps.account(RESIDENT);
        AtomicInteger spent = new AtomicInteger();
        List<Map<String, Object>> spendings = random.ints(40, 1, 5)
                .mapToObj(points ->
                        steps.spending(RESIDENT, points, UUID.randomUUID().toString()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> calls = spendings.stream()
                    .<Callable<Void>>map(spending -> () -> {
                        int status = spend(spending);
                        while (status == 429) { // as many as may be wrong are under way
                            TimeUnit.MILLISECONDS.sleep(20);
                            status = spend(spending);
                        }
                        assertThat(status).as("seed %d", seed).isIn(201, 409);
                        spent.addAndGet(status == 201 ? (int) spending.get("points") : 0);
                        return null;
                    })
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        assertThat(sum("HOLDER", account)).as("seed %d", seed).isEqualTo(40 - spent.get());
        assertThat(sum("REDEEMED", account)).as("seed %d", seed).isEqualTo(spent.get());
        assertThat(spent.get()).as("seed %d", seed).isBetween(36, 40);
    }

    private int spend(Map<String, Object> spending) {
        return client.as(BRANCH_CLERK, branch)
                .post()
                .uri("/api/partner/points/spendings")
                .bodyValue(spending)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    @Test
    void the_journal_itself_refuses_what_does_not_balance_or_overdraws() {
        String entry = steps.earn(RESIDENT, 1).get("id").asString();
        assertThatThrownBy(() -> database.execute(
                        "INSERT INTO points_posting VALUES ('%s', 9, 'ISSUED', NULL, 1)".formatted(entry)))
                .hasStackTraceContaining("does not balance");
        assertThatThrownBy(() -> database.execute("""
                        INSERT INTO points_posting
                        VALUES ('%1$s', 8, 'HOLDER', '%1$s', -3), ('%1$s', 9, 'REDEEMED', NULL, 3)
                        """.formatted(entry)))
                .hasStackTraceContaining("does not hold so many");
        assertThatThrownBy(() -> database.execute("DELETE FROM points_posting")).hasStackTraceContaining("append-only");
    }

    private long sum(String ledger, String account) {
        return database.number("""
                SELECT coalesce(sum(amount), 0) FROM points_posting
                 WHERE ledger = '%s' AND entry_id IN (SELECT id FROM points_entry WHERE account_id = '%s')
                """.formatted(ledger, account));
    }
}
