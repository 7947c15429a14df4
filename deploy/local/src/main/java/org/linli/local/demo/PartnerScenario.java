package org.linli.local.demo;

import org.linli.local.gateway.Answer;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.GatewayClient;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One proposal's way through the gateway, each step by the person whose it is: a branch calls, a partner proposes, both
 * agree, the first share is booked at the branch, consolidated by HQ and owed in part to the residents.
 */
public final class PartnerScenario {
    /** The branch of Shichong community, where it happens. */
    public static final String BRANCH = "440703006107";

    private static final String HEAD = "head107";
    private static final String CLERK = "clerk107";
    private static final String PARTNER = "partner1";
    private static final String HQ = "hq";
    private static final ZoneId DAYS = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final GatewayClient gateway;
    private final Consumer<String> say;
    private final String run = UUID.randomUUID().toString();
    private final YearMonth period = YearMonth.now(DAYS).minusMonths(1);
    private int step;

    public PartnerScenario(GatewayClient gateway, Consumer<String> say) {
        this.gateway = gateway;
        this.say = say;
    }

    /**
     * What came of it.
     *
     * @param share of the turnover, in yuan
     * @param entryNo of the revenue entry at the branch
     * @param consolidated gross of branch and period at HQ
     * @param owed to the residents for branch and period
     */
    public record Outcome(
            String share,
            String entryNo,
            String statement,
            BigDecimal consolidated,
            BigDecimal base,
            BigDecimal owed) {}

    private record Thing(String id) {}

    private record Entry(String entryNo, BigDecimal gross, String partner) {}

    private record Report(String id, String turnover, String rate, String share, String entryNo) {}

    private record Statement(String id, Figures totals) {}

    private record Figures(BigDecimal gross) {}

    private record Consolidated(Figures total) {}

    private record Obligation(String statementId, BigDecimal base, BigDecimal owed, BigDecimal rate) {}

    /** Goes it once more, beside what was there before. */
    public Outcome go() {
        String proposal = acceptedProposal();
        Report report = confirmedReport(agreement(proposal));
        Entry entry = await("the entry " + report.entryNo(), () -> entry(report.entryNo()));
        say.accept("entry      " + report.entryNo() + " at the branch, " + entry.gross() + " yuan from "
                + entry.partner());
        Statement statement = post(
                        HEAD,
                        "/api/company/statements",
                        Map.of("unit", BRANCH, "period", period.toString(), "submit", true))
                .required(Statement.class);
        post(HQ, "/api/company/statements/" + statement.id() + "/acceptance", Map.of())
                .required(Statement.class);
        BigDecimal gross = statement.totals().gross();
        String range = "?from=" + period + "&to=" + period;
        await("the consolidation", () -> Optional.of(consolidated(range)).filter(found -> found.compareTo(gross) == 0));
        say.accept("statement  " + statement.id() + " accepted by HQ, " + gross + " yuan consolidated");
        Obligation owed = await("the obligation", () -> obligation(statement.id()));
        say.accept("obligation " + owed.owed() + " yuan owed to residents, " + percent(owed.rate()) + " of "
                + owed.base());
        return new Outcome(report.share(), report.entryNo(), statement.id(), gross, owed.base(), owed.owed());
    }

    private String acceptedProposal() {
        String call = id(post(CLERK, "/api/partner/open-calls", PartnerPapers.call(BRANCH)));
        post(HEAD, "/api/partner/open-calls/" + call + "/publication", Map.of()).required(Thing.class);
        say.accept("call       颈肩调理进社区: the branch seeks a partner, in the open for thirty days");
        gateway.post(PARTNER, "/api/partner/partners", PartnerPapers.partner(), "demo-partner-of-" + PARTNER)
                .required(Thing.class);
        String proposal = id(post(PARTNER, "/api/partner/proposals", PartnerPapers.proposal(call, "颈肩调理进社区")));
        say.accept("proposal   杏林堂诊所 offers half the market price and 15% of its turnover");
        post(
                        HEAD,
                        "/api/partner/proposals/" + proposal + "/decision",
                        Map.of("accepted", true, "reasons", List.of("价格惠民,资质齐全")))
                .required(Thing.class);
        return proposal;
    }

    private String agreement(String proposal) {
        Map<String, Object> terms = PartnerPapers.terms(period.atDay(1), 1);
        String agreement = id(post(CLERK, "/api/partner/agreements", Map.of("proposalId", proposal, "terms", terms)));
        String signature = "/api/partner/agreements/" + agreement + "/signature";
        post(PARTNER, signature, Map.of()).required(Thing.class);
        post(HEAD, signature, Map.of()).required(Thing.class);
        say.accept("agreement  signed by both, on paper under /api/partner/agreements/" + agreement + "/document");
        return agreement;
    }

    private Report confirmedReport(String agreement) {
        String report = id(post(
                PARTNER,
                "/api/partner/turnover-reports",
                Map.of(
                        "agreementId",
                        agreement,
                        "period",
                        period.toString(),
                        "turnover",
                        "12345.70",
                        "evidence",
                        List.of("pos-" + period + ".pdf"))));
        Report confirmed = post(HEAD, "/api/partner/turnover-reports/" + report + "/confirmation", Map.of())
                .required(Report.class);
        say.accept("share      " + confirmed.share() + " of " + confirmed.turnover() + " yuan in " + period
                + ", confirmed by the branch");
        return confirmed;
    }

    private Optional<Entry> entry(String number) {
        Answer answer = gateway.get(CLERK, "/api/company/entries/" + number);
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.required(Entry.class));
    }

    private BigDecimal consolidated(String range) {
        return gateway.get(HQ, "/api/company/consolidation/" + BRANCH + range)
                .required(Consolidated.class)
                .total()
                .gross();
    }

    private Optional<Obligation> obligation(String statement) {
        Answer answer = gateway.get(HQ, "/api/fund/obligations/" + BRANCH + "/" + period);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(answer.required(Obligation.class))
                        .filter(found -> found.statementId().equals(statement));
    }

    private Answer post(String person, String path, Object body) {
        return gateway.post(person, path, body, run + "-" + ++step);
    }

    private static String id(Answer answer) {
        return answer.required(Thing.class).id();
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new CallFailure(
                "After " + PATIENCE.toSeconds() + " s " + what + " is not there; see ./linli status and ./linli logs");
    }
}
