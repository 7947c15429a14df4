package org.linli.partner.proposal;

import org.linli.partner.document.Samples;
import org.linli.partner.document.UploadSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;

/** The proposals' rows of the module's denial table: the partner is that of the owner's street. */
public final class ProposalDenials {

    private static final String BASE = "/api/partner/proposals";
    private static final Map<String, Object> CHANGES =
            Map.of("remarks", List.of(Map.of("field", "title", "remark", "太短")));
    private static final Map<String, Object> DECISION = Map.of("accepted", true, "reasons", List.of("好"));

    private final ProposalSteps steps;
    private final Owner owner;
    private final Map<String, String> calls = new HashMap<>();

    private ProposalDenials(ProposalSteps steps, Owner owner) {
        this.steps = steps;
        this.owner = owner;
    }

    public static List<Route> rows(ProposalSteps steps, Owner owner) {
        return new ProposalDenials(steps, owner).rows();
    }

    private List<Route> rows() {
        String seen = submitted(BRANCH_HEAD);
        String document = document();
        String bringing = bringing(document);
        return List.of(
                Route.post(BASE)
                        .allowed(PARTNER)
                        .call((o, role) -> Call.with().json(ProposalSteps.proposal(call(role))))
                        .belongsToAll("a partner proposes to any call that is open, in its own name alone"),
                Route.put(BASE + "/{id}")
                        .allowed(PARTNER)
                        .call((o, role) -> Call.with(drafted()).json(ProposalSteps.proposal(call(role)))),
                Route.post(BASE + "/{id}/submission").allowed(PARTNER).call((o, role) -> Call.with(drafted())),
                Route.post(BASE + "/{id}/withdrawal").allowed(PARTNER).call((o, role) -> Call.with(submitted(role))),
                Route.post(BASE + "/{id}/change-requests")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((o, role) -> Call.with(submitted(role)).json(CHANGES)),
                Route.post(BASE + "/{id}/trial").allowed(BRANCH_HEAD, HQ).call((o, role) -> Call.with(submitted(role))),
                Route.post(BASE + "/{id}/decision")
                        .allowed(BRANCH_HEAD, HQ)
                        .call((o, role) -> Call.with(submitted(role)).json(DECISION)),
                read("").call((o, role) -> Call.with()).showsOnlyOwn(),
                read("/{id}").call((o, role) -> Call.with(seen)),
                read("/{id}/documents/{documentId}/content").call((o, role) -> Call.with(bringing, document)),
                read("/{id}/versions").call((o, role) -> Call.with(seen)),
                read("/{id}/versions/{a}/difference/{b}").call((o, role) -> Call.with(seen, "1", "1")));
    }

    private static Route read(String path) {
        return Route.get(BASE + path).allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR, PARTNER);
    }

    private String document() {
        steps.partner(owner.street());
        return new UploadSteps(steps.calls().service().http().base(), owner.street())
                .upload("营业执照.pdf", Samples.pdf(100, 1));
    }

    private String bringing(String document) {
        Map<String, Object> proposal = ProposalSteps.proposal(call(BRANCH_HEAD));
        proposal.put("documents", List.of(Map.of("code", "LICENCE", "documentId", document)));
        proposal.put("submit", true);
        return steps.calls()
                .post(steps.partner(owner.street()), "/proposals", proposal, 201)
                .get("id")
                .asString();
    }

    private String drafted() {
        return steps.drafted(steps.partner(owner.street()), call(PARTNER));
    }

    private String submitted(Role role) {
        return steps.submitted(steps.partner(owner.street()), call(role));
    }

    /** HQ acts for its street, others for the branch. */
    private String call(Role role) {
        return calls.computeIfAbsent(role == HQ ? owner.street() : owner.branch(), steps.calls()::publishedCall);
    }
}
