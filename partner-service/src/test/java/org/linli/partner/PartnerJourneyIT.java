package org.linli.partner;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.linli.partner.agreement.AgreementSteps;
import org.linli.partner.call.CallSteps;
import org.linli.partner.proposal.ProposalSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** From a call to the event that books the first share, with every step told on a real broker in its order. */
@LinliTest
class PartnerJourneyIT {

    @Autowired
    ServiceUnderTest service;

    @Autowired
    TestKafka kafka;

    @Test
    void a_partner_comes_from_the_call_to_its_first_share() {
        String street = Histories.freshStreet();
        String branch = street + "101";
        WebTestClient head = service.http().as(Role.BRANCH_HEAD, branch);
        ProposalSteps steps = new ProposalSteps(service);
        CallSteps calls = steps.calls();
        String call = calls.publishedCall(branch);
        WebTestClient partner = steps.partner(street);
        String proposal = steps.submitted(partner, call);
        Map<String, Object> draft = Map.of("proposalId", proposal, "terms", AgreementSteps.terms());
        calls.post(head, "/agreements", draft, 404);
        steps.command(head, proposal, "decision", Map.of("accepted", true, "reasons", List.of("价格惠民")));

        String agreement = calls.post(head, "/agreements", draft, 201).get("id").asString();
        calls.post(partner, "/agreements/" + agreement + "/signature", Map.of(), 200);
        calls.post(head, "/agreements/" + agreement + "/signature", Map.of(), 200);
        Map<String, Object> turnover = Map.of("agreementId", agreement, "period", "2025-04", "turnover", "12345.70");
        String report = calls.post(partner, "/turnover-reports", turnover, 201)
                .get("id")
                .asString();
        calls.post(head, "/turnover-reports/" + report + "/confirmation", Map.of(), 200);

        JsonNode share = told("linli.partner.share", agreement + "/2025-04");
        assertThat(share.get("share").asString()).isEqualTo("1851.86");
        assertThat(share.get("change").asString()).isEqualTo("1851.86");
        assertThat(share.get("unit").asString()).isEqualTo(branch);
        assertThat(told("linli.partner.agreement", agreement).get("proposalId").asString())
                .isEqualTo(proposal);
    }

    private JsonNode told(String topic, String subject) {
        ConsumerRecord<String, byte[]> record = Awaitility.await(topic + " of " + subject)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> kafka.records(topic).stream()
                                .filter(one -> subject.equals(new String(
                                        one.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8)))
                                .findFirst()
                                .orElse(null),
                        one -> one != null);
        return JsonMapper.shared().readTree(record.value());
    }
}
