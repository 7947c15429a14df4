package org.linli.partner.points;

import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.UUID;

/** Points as people at a counter handle them, over HTTP; holders are the street's people of a role. */
final class PointsSteps {

    private final PartnerSteps http;
    private final String branch;
    private final String street;

    PointsSteps(PartnerSteps http, String branch) {
        this.http = http;
        this.branch = branch;
        this.street = branch.substring(0, 9);
    }

    static Map<String, Object> rule(String street) {
        return Map.of(
                "street",
                street,
                "code",
                "VOLUNTEER_HOUR",
                "name",
                "志愿服务",
                "points",
                2,
                "per",
                "小时",
                "validMonths",
                12);
    }

    /** Two points an hour. */
    void rule() {
        http.post(Role.HQ, street, "/points/rules", rule(street), 201);
    }

    /** One that can be looked at and given points with. */
    String card(Role holder) {
        return card(holder, "EARN");
    }

    String card(Role holder, String purpose) {
        return http.post(holder, street, "/points/cards", Map.of("street", street, "purpose", purpose), 201)
                .get("code")
                .asString();
    }

    String account(Role holder) {
        return shown(card(holder)).get("account").asString();
    }

    JsonNode shown(String card) {
        return http.get(Role.BRANCH_CLERK, branch, "/points/cards/" + card + "?unit=" + branch);
    }

    int balance(Role holder) {
        return shown(card(holder)).get("balance").asInt();
    }

    Map<String, Object> earning(Role holder, int hours, String reference) {
        return Map.of(
                "unit",
                branch,
                "card",
                card(holder),
                "rule",
                "VOLUNTEER_HOUR",
                "quantity",
                hours,
                "reference",
                reference);
    }

    JsonNode earn(Role holder, int hours) {
        return earn(holder, hours, UUID.randomUUID().toString());
    }

    JsonNode earn(Role holder, int hours, String reference) {
        return http.post(Role.BRANCH_CLERK, branch, "/points/earnings", earning(holder, hours, reference), 201);
    }

    Map<String, Object> spending(Role holder, int points, String reference) {
        return Map.of(
                "unit",
                branch,
                "card",
                card(holder, "SPEND"),
                "points",
                points,
                "reference",
                reference,
                "service",
                "理发一次");
    }

    JsonNode spend(Role holder, int points, int status) {
        Map<String, Object> spending =
                spending(holder, points, UUID.randomUUID().toString());
        return http.post(Role.BRANCH_CLERK, branch, "/points/spendings", spending, status);
    }

    Map<String, Object> losing(String account, int points, String reference) {
        return Map.of("unit", branch, "account", account, "points", points, "reference", reference, "reason", "无故缺席");
    }

    String loss(String account) {
        return http.post(
                        Role.BRANCH_HEAD,
                        branch,
                        "/points/losses",
                        losing(account, 1, UUID.randomUUID().toString()),
                        201)
                .get("id")
                .asString();
    }

    /** A loss of the street's person of this role. */
    String lossOf(Role holder) {
        earn(holder, 1);
        return loss(account(holder));
    }

    void appeal(Role holder, String loss) {
        http.post(holder, street, "/points/losses/" + loss + "/appeal", Map.of("text", "已请假"), 201);
    }

    /** A loss of a resident's account that waits for its decision. */
    String appealedLoss(String account) {
        earn(Role.RESIDENT, 1);
        String loss = loss(account);
        appeal(Role.RESIDENT, loss);
        return loss;
    }

    JsonNode decide(String loss, boolean reversed, int status) {
        return http.post(
                Role.HQ,
                street,
                "/points/losses/" + loss + "/decision",
                Map.of("reversed", reversed, "reason", "核实"),
                status);
    }
}
