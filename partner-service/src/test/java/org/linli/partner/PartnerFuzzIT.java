package org.linli.partner;

import org.junit.jupiter.api.Test;
import org.linli.partner.agreement.AgreementSteps;
import org.linli.partner.agreement.SeededProposals;
import org.linli.partner.call.CallSteps;
import org.linli.partner.lists.ListSteps;
import org.linli.partner.partner.PartnerUnitLinks;
import org.linli.partner.proposal.ProposalSteps;
import org.linli.partner.room.RoomSteps;
import org.linli.partner.share.ShareSteps;
import org.linli.partner.survey.SurveySteps;
import org.linli.partner.trial.TrialSteps;
import org.linli.partner.webhook.Receiver;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.fuzz.FuzzReport;
import org.linli.platform.testing.fuzz.OpenApiFuzzer;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Seeded nonsense to every route: no 5xx, every refusal a problem, no trace of what was refused. */
@LinliTest
class PartnerFuzzIT {

    @Autowired
    ServiceUnderTest service;

    @Autowired
    SeededProposals accepted;

    @Autowired
    PartnerUnitLinks ties;

    @Test
    void stands_nonsense() {
        Receiver receiver = new Receiver();
        String street = Histories.freshStreet();
        String branch = street + "101";
        String sibling = street + "102";
        PartnerSteps steps = new PartnerSteps(service.http());
        CallSteps calls = new CallSteps(service);
        String partner = steps.partner(street).get("id").asString();
        ProposalSteps proposals = new ProposalSteps(service);
        WebTestClient fuzzer = service.http().bearing(TestTokens.tokenOf("fuzzer", List.of(Role.PARTNER)));
        steps.post(fuzzer, "/partners", PartnerSteps.firm("987654321"), 201);
        String call = calls.publishedCall(branch);
        // The fuzzer has every role: it books as a partner too.
        String room = new RoomSteps(steps).open(branch);
        AgreementSteps agreements = new AgreementSteps(service.http(), accepted);
        String agreement = agreements.agreed(branch, AgreementSteps.terms());
        String turnover = new ShareSteps(agreements)
                .report(branch, agreement, "2025-03", "100.00", 201)
                .get("id")
                .asString();
        TrialSteps trials = new TrialSteps(service);
        String trial = trials.started(branch);
        SurveySteps surveys = new SurveySteps(calls);
        String survey = surveys.opened(branch, "CODE");
        String answerCode = surveys.codes(branch, survey, 1).getFirst();
        ListSteps lists = new ListSteps(calls);
        String need = lists.add("/needs", ListSteps.need(branch));
        String teacher = lists.add("/resources", ListSteps.person(branch));
        // A wrong code is counted though it is refused.
        FuzzReport report = OpenApiFuzzer.of(service.without("code_attempt"))
                .document("/api/partner/v3/api-docs")
                .under("/api/partner/")
                .units(street)
                .known("unit", branch, sibling)
                .known("within", branch, street)
                // partner
                .known(
                        "id",
                        partner,
                        room,
                        trial,
                        trials.planned(branch, trial, 5),
                        calls.draftedCall(branch),
                        call,
                        calls.publishedCall(street),
                        proposals.submitted(fuzzer, call),
                        proposals.drafted(fuzzer, call),
                        agreement,
                        turnover,
                        survey,
                        surveys.drafted(branch, "RESIDENT"),
                        surveys.closed(branch, 5, 5),
                        need,
                        teacher,
                        lists.add("/projects-wanted", ListSteps.project(branch, List.of(), List.of())))
                .known("street", street)
                .known("creditCode", PartnerSteps.creditCode("123456789"))
                .known("identityNumber", "11010519491231002X")
                .known("phone", "13800138000")
                .known("bankAccount", "6222021234567890128")
                .known("validUntil", "2030-06-30")
                .known("sharePercent", "100", "50")
                .known("licences", "[]")
                .known("members", "[]")
                // document
                .known("Tus-Resumable", "1.0.0")
                .known("Upload-Length", "10")
                .known("Upload-Offset", "0")
                .known("Upload-Metadata", "filename YS5wZGY=")
                // call
                .known("deadline", "2099-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
                .known("weight", "100", "50")
                .known("criteria", "[{\"code\":\"BENEFIT\",\"name\":\"公益性\",\"weight\":100}]")
                .known("documents", "[]")
                .known("seeking", "晚间与周末为居民服务")
                .known("modes", "[\"VENUE_COOPERATION\"]")
                .known("line", "TRAINING")
                // proposal
                .known("callId", call)
                .known("call", call)
                .known("mode", "VENUE_COOPERATION")
                .known("priceYuan", "20.00", "0.00")
                .known("marketPriceYuan", "60.00")
                .known("field", "priceYuan", "title")
                .known("criterion", "BENEFIT", "PRICE")
                .known("round", "1", "2")
                // points
                .known("code", "LICENCE", "BENEFIT", "VOLUNTEER_HOUR", "00000000", answerCode)
                .known("points", "1", "3")
                .known("quantity", "1")
                // room
                .known("roomId", room)
                .known("room", room)
                .known("parts", "[]")
                .known("hours", "[{\"weekday\":\"MONDAY\",\"opens\":\"08:00\",\"closes\":\"21:00\"}]")
                .known("opens", "08:00")
                .known("closes", "21:00")
                .known("rule", "FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=2")
                .known("kind", "RESIDENT", "OFFICE", "SERVICE", "FIRM", "SINGLE", "TEXT", "PERSON", "NEED")
                .known("from", RoomSteps.day(3) + "T18:00:00+08:00", "18:00")
                .known("to", RoomSteps.day(3) + "T19:00:00+08:00", "19:00")
                // trial
                .known("capacity", "5", "20")
                .known("scores", "5")
                // agreement
                .known("proposalId", agreements.proposal(branch).toString(), trials.onTrial(branch))
                .known("shareRate", "0.15", "1")
                .known("priceList", "[{\"item\":\"推拿 60 分钟\",\"price\":\"60.00\",\"market\":\"120.00\"}]")
                .known("shareBase", "TURNOVER", "PROFIT")
                .known("pricePercent", "50")
                .known("deposit", "2000.00")
                .known("startsOn", "2025-03-01", "2035-03-01")
                .known("endsOn", "2035-02-28", "2036-02-29")
                .known("lastDay", "2026-01-31")
                .known("day", "2026-03-14")
                .known("verdict", "CONTINUE", "STOP")
                // share
                .known("agreementId", agreement)
                .known("period", "2025-04", "2025-05", "2025-06")
                .known("turnover", "12345.70", "0.01", "999999999999.99")
                .known("cost", "100.00")
                // survey
                .known("sheet", surveys.sheet(branch, survey, 2))
                .known("question", "CLASSES", "TIMES", "WORDS")
                .known("choices", "DANCE", "CALLIGRAPHY")
                .known("group", "AGE")
                .known("value", "60+")
                .known("admission", "CODE", "RESIDENT")
                .known("receipt", "of-an-answer-made-of-nonsense")
                .known("opensOn", "2026-01-01")
                .known("closesOn", "2099-01-01", "2026-01-01")
                // lists
                .known("needs", need)
                .known("resources", room, teacher)
                .known("survey", survey)
                .known("option", "DANCE")
                .known("amount", "100.00")
                .known("budget", "100.00")
                // webhook
                .known("url", receiver.url())
                .known("types", "linli.partner.proposal.accepted.v1")
                .known("overlapHours", "24")
                // access
                .known("scopes", "proposals:read", "webhooks:write")
                .around(PartnerRoutes.table(service, ties, accepted, receiver))
                .run();
        System.out.println(report + "; never served: " + report.neverServed());
        report.assertClean();
        assertThat(report.neverServed())
                .as("routes that a person can be served by, and was not")
                .allMatch(operation -> operation.contains("/sandbox/"));
    }
}
