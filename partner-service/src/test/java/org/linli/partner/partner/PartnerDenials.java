package org.linli.partner.partner;

import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;
import org.linli.platform.unit.UnitCode;

import java.util.List;
import java.util.Map;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;

/** The registry's rows: partners belong to no unit, what is said of them in a street and their personal data do. */
public final class PartnerDenials {

    private static final Role[] STAFF = {CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR};
    private static final Role[] READERS = {CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR, PARTNER};

    private PartnerDenials() {}

    public static List<Route> rows(PartnerSteps steps, PartnerUnitLinks ties, Owner owner) {
        String id = steps.partner(owner.street()).get("id").asString();
        Map<String, Object> change = Map.of("name", "暖心", "licences", List.of(licence(owner)), "phone", "13800138000");
        steps.put(PARTNER, owner.street(), "/partners/" + id, change, 200);
        ties.add(java.util.UUID.fromString(id), UnitCode.of(owner.branch())).block();
        Map<String, Object> standing = Map.of("street", owner.street(), "state", "ACTIVE", "reason", "恢复");
        String reading = "/api/partner/partners/{id}/personal-data/readings";
        return List.of(
                Route.post("/api/partner/partners")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with()
                                .json(PartnerSteps.firm(who.street()))
                                .header("Idempotency-Key", PartnerSteps.keyOf(who.street())))
                        .belongsToAll("registers the caller itself"),
                Route.put("/api/partner/partners/{id}")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with(id).json(change)),
                Route.get("/api/partner/partners")
                        .allowed(CITY, READERS)
                        .belongsToAll("units choose among all partners; a partner is shown itself alone"),
                Route.get("/api/partner/partners/{id}")
                        .allowed(CITY, READERS)
                        .call((who, role) -> Call.with(id))
                        .belongsToAll("units choose among all partners", PARTNER),
                Route.post("/api/partner/partners/{id}/standings")
                        .allowed(HQ)
                        .call((who, role) -> Call.with(id).json(standing)),
                Route.get("/api/partner/partners/{id}/standings")
                        .allowed(CITY, READERS)
                        .call((who, role) -> Call.with(id))
                        .belongsToAll("units see of any partner what was said in their streets", PARTNER),
                Route.post(reading)
                        .allowed(PARTNER, BRANCH_HEAD, HQ)
                        .call((who, role) -> Call.with(id).json(Map.of("field", "PHONE", "purpose", "核对"))),
                Route.get(reading).allowed(PARTNER, BRANCH_HEAD, HQ).call((who, role) -> Call.with(id)),
                Route.get("/api/partner/ending-licences")
                        .allowed(CITY, STAFF)
                        .call((who, role) -> {
                            // Changing the partner above may have left it without.
                            steps.put(PARTNER, owner.street(), "/partners/" + id, change, 200);
                            return Call.with().query("days=3650");
                        })
                        .showsOnlyOwn("licence-" + owner.branch()));
    }

    private static Map<String, Object> licence(Owner owner) {
        return Map.of("type", "食品经营许可证", "number", "licence-" + owner.branch(), "validUntil", "2030-06-30");
    }
}
