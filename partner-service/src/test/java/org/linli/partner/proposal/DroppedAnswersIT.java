package org.linli.partner.proposal;

import org.junit.jupiter.api.Test;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;

/** Two partners' clients that never see half of their answers and send again, at once and later: one proposal each. */
@LinliTest
class DroppedAnswersIT {

    private static final Logger log = LoggerFactory.getLogger(DroppedAnswersIT.class);
    private static final int CLIENTS = 4;
    private static final int TRIES = 8;

    @Autowired
    ServiceUnderTest service;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void retried_at_random_with_dropped_answers_they_give_one_proposal_each() throws Exception {
        long seed = Long.getLong("linli.dropped.seed", System.nanoTime());
        log.info("dropped answers: seed {}", seed);
        ProposalSteps steps = new ProposalSteps(service);
        String street = Histories.freshStreet();
        String call = steps.calls().publishedCall(street + "101");
        for (String unit : List.of(street, Histories.freshStreet())) {
            steps.partner(unit);
            Set<String> answers = retried(unit, call, new SplittableRandom(seed ^ unit.hashCode()));
            assertThat(answers).as("seed %d", seed).hasSize(1);
            JsonNode mine = steps.calls().get(service.http().as(Role.PARTNER, unit), "/proposals?call=" + call, 200);
            assertThat(mine.get("items")).as("seed %d", seed).hasSize(1);
            String id = mine.get("items").get(0).get("id").asString();
            assertThat(answers).containsExactly(id);
            assertThat(steps.calls().events(id)).as("seed %d", seed).containsExactly("1 submitted");
        }
    }

    /** @return the ids in all answers that arrived */
    private Set<String> retried(String unit, String call, SplittableRandom random) throws Exception {
        Map<String, Object> proposal = ProposalSteps.proposal(call);
        proposal.put("submit", true);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        service.http().base().resolve("/api/partner/proposals"))
                .header("Authorization", "Bearer " + TestTokens.token(Role.PARTNER, unit))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(proposal)));
        Set<String> answers = ConcurrentHashMap.newKeySet();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                SplittableRandom own = random.split();
                clients.submit(() -> oneClient(request, own, answers));
            }
        }
        send(request.timeout(Duration.ofSeconds(20)).build(), answers);
        return answers;
    }

    /** Gives up waiting after a few milliseconds, more often than not too early. */
    private void oneClient(HttpRequest.Builder request, SplittableRandom random, Set<String> answers) {
        for (int i = 0; i < TRIES; i++) {
            Duration patience = Duration.ofMillis(random.nextInt(2, 60));
            try {
                send(request.copy().timeout(patience).build(), answers);
            } catch (IOException dropped) {
                log.debug("no answer within {}", patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(HttpRequest request, Set<String> answers) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 503) {
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        answers.add(JsonMapper.shared().readTree(answer.body()).get("id").asString());
    }
}
