package org.linli.local.chaos;

import org.linli.local.demo.PartnerPapers;
import org.linli.local.gateway.Answer;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A branch's agreement with its partner, month by month: reported, confirmed, booked by event, reported on to HQ. */
final class ShareMonths {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final GatewayClient gateway;
    private final PartnerPlace place;
    private final String branch;
    private final PartnerFacts facts;
    private String agreement = "";

    ShareMonths(GatewayClient gateway, PartnerPlace place, String branch, PartnerFacts facts) {
        this.gateway = gateway;
        this.place = place;
        this.branch = branch;
        this.facts = facts;
    }

    private record Thing(String id) {}

    private record Report(BigDecimal share, String entryNo) {}

    void agree(String proposal) {
        Map<String, Object> decision = Map.of("accepted", true, "reasons", List.of("价格惠民"));
        post(Clients.HEAD, "/api/partner/proposals/" + proposal + "/decision", decision, "decision");
        Object terms = PartnerPapers.terms(place.period(0).atDay(1), 2);
        agreement = post(
                        Clients.CLERK,
                        "/api/partner/agreements",
                        Map.of("proposalId", proposal, "terms", terms),
                        "agreement")
                .required(Thing.class)
                .id();
        String signature = "/api/partner/agreements/" + agreement + "/signature";
        post(PartnerPlace.PARTNER, signature, Map.of(), "signature of the partner");
        post(Clients.HEAD, signature, Map.of(), "signature of the branch");
    }

    /** One month from the turnover to the accepted statement. */
    void report(int month, int fen) {
        String period = place.period(month).toString();
        Map<String, Object> turnover = Map.of(
                "agreementId",
                agreement,
                "period",
                period,
                "turnover",
                BigDecimal.valueOf(fen, 2).toPlainString(),
                "evidence",
                List.of("pos.pdf"));
        String id = post(PartnerPlace.PARTNER, "/api/partner/turnover-reports", turnover, "turnover " + period)
                .required(Thing.class)
                .id();
        String confirmation = "/api/partner/turnover-reports/" + id + "/confirmation";
        Report confirmed = post(Clients.HEAD, confirmation, Map.of(), "confirmation " + period)
                .required(Report.class);
        facts.entries().put(confirmed.entryNo(), confirmed.share());
        awaitEntry(confirmed.entryNo());
        accept(period, confirmed.share());
    }

    private void awaitEntry(String number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (gateway.get(Clients.CLERK, "/api/company/entries/" + number).status() != 200) {
            if (System.nanoTime() > end) {
                throw new CallFailure("The confirmed share " + number + " was not booked within " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private void accept(String period, BigDecimal gross) {
        Map<String, Object> month = Map.of("unit", branch, "period", period, "submit", true);
        String statement = post(Clients.HEAD, "/api/company/statements", month, "statement " + period)
                .required(Thing.class)
                .id();
        post(Clients.HQ, "/api/company/statements/" + statement + "/acceptance", Map.of(), "acceptance " + period)
                .required(Thing.class);
        facts.statements().put(branch + " " + period, new PartnerFacts.Reported(branch, period, statement, gross));
    }

    private Answer post(String who, String path, Object body, String what) {
        Answer answer = gateway.post(who, path, body, place.key(branch, what));
        answer.required(Object.class);
        return answer;
    }
}
