package org.linli.partner.share;

import org.linli.partner.agreement.AgreementSteps;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;

/** Nobody sees or moves another's turnover. */
public final class ShareDenials {

    private static final String PATH = "/api/partner/turnover-reports";

    private ShareDenials() {}

    public static List<Route> rows(ShareSteps steps, Owner owner) {
        String branch = owner.branch();
        Map<String, Object> longAgo = AgreementSteps.with("startsOn", "2020-01-01");
        longAgo.put("endsOn", "2039-12-31");
        String agreement = steps.agreements().agreed(branch, longAgo);
        AtomicInteger month = new AtomicInteger();
        String report = fresh(steps, branch, agreement, month);
        return List.of(
                Route.post(PATH)
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with()
                                .json(Map.of("agreementId", agreement, "period", next(month), "turnover", "1.00"))),
                Route.post(PATH + "/import")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with()
                                .csv("agreement_id,period,turnover,cost,evidence,note\r\n" + agreement + ","
                                        + next(month) + ",1.00,,,\r\n"))
                        .refusesOthersRows(),
                Route.post(PATH + "/{id}/confirmation")
                        .allowed(BRANCH_HEAD)
                        .call((who, role) -> Call.with(fresh(steps, who.branch(), agreement, month))),
                Route.post(PATH + "/{id}/dispute")
                        .allowed(BRANCH_HEAD)
                        .call((who, role) -> Call.with(fresh(steps, who.branch(), agreement, month))
                                .json(Map.of("reason", "不符"))),
                readers(Route.get(PATH)).showsOnlyOwn(),
                readers(Route.get(PATH + "/late")).showsOnlyOwn(),
                readers(Route.get(PATH + "/{id}")).call((who, role) -> Call.with(report)));
    }

    private static String fresh(ShareSteps steps, String branch, String agreement, AtomicInteger month) {
        return steps.report(branch, agreement, next(month), "1.00", 201)
                .get("id")
                .asString();
    }

    private static String next(AtomicInteger month) {
        return YearMonth.of(2020, 1).plusMonths(month.getAndIncrement()).toString();
    }

    private static Route readers(Route route) {
        return route.allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR, PARTNER);
    }
}
