package org.linli.local.chaos;

import org.linli.local.demo.PartnerPapers;
import org.linli.local.gateway.Answer;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** One branch's part of the work: in each month a proposal, the month's share, two wishes for the room, some points. */
final class PartnerBranch {
    /** Of every branch in every month. */
    static final int PIECES = 5;

    private static final int MOST_HOURS = 4;

    private final GatewayClient gateway;
    private final PartnerPlace place;
    private final String branch;
    private final PartnerFacts facts;
    private final Random random;
    private final ShareMonths months;
    private String call = "";
    private int balance;

    PartnerBranch(GatewayClient gateway, PartnerPlace place, String branch, PartnerFacts facts, Random random) {
        this.gateway = gateway;
        this.place = place;
        this.branch = branch;
        this.facts = facts;
        this.random = random;
        this.months = new ShareMonths(gateway, place, branch, facts);
    }

    private record Thing(String id) {}

    private record Card(String code) {}

    /** In their order; each is done once it returns. */
    List<Runnable> pieces(Consumer<PartnerFacts.Slot> race, List<PartnerFacts.Slot> slots) {
        List<Runnable> pieces = new ArrayList<>();
        for (int month = 0; month < place.months(); month++) {
            int now = month;
            pieces.add(() -> propose(now));
            pieces.add(() -> race.accept(slots.get(2 * now)));
            pieces.add(() -> months.report(now, 100 + random.nextInt(2_000_000)));
            pieces.add(() -> race.accept(slots.get(2 * now + 1)));
            pieces.add(() -> points(now));
        }
        return pieces;
    }

    /** The first becomes the branch's agreement; of the others every third goes back for changes. */
    private void propose(int month) {
        if (month == 0) {
            call = post(Clients.CLERK, "/api/partner/open-calls", PartnerPapers.call(branch), "call");
            post(Clients.HEAD, "/api/partner/open-calls/" + call + "/publication", Map.of(), "publication");
        }
        String title = "颈肩调理 " + month;
        String id = post(PartnerPlace.PARTNER, "/api/partner/proposals", PartnerPapers.proposal(call, title), title);
        if (month == 0) {
            months.agree(id);
        } else if (month % 3 == 0) {
            title = amended(id, title);
        }
        facts.proposals().put(id, title);
    }

    private String amended(String id, String title) {
        String path = "/api/partner/proposals/" + id;
        Map<String, Object> remarks = Map.of("remarks", List.of(Map.of("field", "title", "remark", "请写明时间")));
        post(Clients.CLERK, path + "/change-requests", remarks, title + "-changes");
        Map<String, Object> again = new LinkedHashMap<>(PartnerPapers.proposal(call, title + ",每周二晚"));
        again.put("submit", false);
        gateway.put(PartnerPlace.PARTNER, path, again).required(Thing.class);
        post(PartnerPlace.PARTNER, path + "/submission", Map.of(), title + "-again");
        return title + ",每周二晚";
    }

    private void points(int month) {
        boolean spends = balance > 0 && random.nextBoolean();
        Map<String, Object> wanted = Map.of("street", place.street(), "purpose", spends ? "SPEND" : "EARN");
        String card = answer(place.holder(branch), "/api/partner/points/cards", wanted, "card-" + month)
                .required(Card.class)
                .code();
        String reference = branch + "-" + month;
        Map<String, Object> request = new LinkedHashMap<>(Map.of("unit", branch, "card", card, "reference", reference));
        int points = spends ? 1 + random.nextInt(balance) : 2 * (1 + random.nextInt(MOST_HOURS));
        request.putAll(
                spends
                        ? Map.of("points", points, "service", "理发一次")
                        : Map.of("rule", "VOLUNTEER_HOUR", "quantity", points / 2));
        post(Clients.CLERK, "/api/partner/points/" + (spends ? "spendings" : "earnings"), request, reference);
        balance += spends ? -points : points;
        facts.points().put(reference, spends ? -points : points);
    }

    private String post(String who, String path, Object body, String what) {
        Answer answer = answer(who, path, body, what);
        if (!answer.succeeded()) {
            throw new CallFailure(branch + " " + what + " was refused with " + answer.status() + ": "
                    + answer.problem().shown());
        }
        return answer.as(Thing.class).id();
    }

    private Answer answer(String who, String path, Object body, String what) {
        return gateway.post(who, path, body, place.key(branch, what));
    }
}
