package org.linli.local.chaos;

import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.ItemPages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What must hold of the partners' work after any crash, asked of the suite through the gateway. */
record PartnerInvariants(GatewayClient gateway, PartnerPlace place, PartnerFacts facts) {

    private record Proposal(String id, String title) {}

    private record Booking(String id) {}

    private record Entry(String entryNo, BigDecimal gross) {}

    private record Obligation(String statementId, BigDecimal base, BigDecimal owed) {}

    private record Account(String id) {}

    private record PointsEntry(String kind, int points, String reference) {}

    private record Balance(String street, int balance) {}

    private record Balances(List<Balance> items) {}

    /** In the order in which they can come true. */
    List<Invariant> all() {
        return List.of(
                new Invariant("every acknowledged proposal is there, once, as last amended", this::proposals),
                new Invariant(
                        "every acknowledged booking is there, no two meet, none was refused a free slot", this::slots),
                new Invariant("every confirmed share is one entry at its branch", this::shares),
                new Invariant("a fifth of the shares is owed, once", this::obligations),
                new Invariant("every acknowledged point is there, once, and balances add up", this::points));
    }

    private List<String> proposals() {
        List<Proposal> found = items("/api/partner/proposals?", Proposal.class);
        List<String> violations = differences(
                facts.proposals().keySet().stream().toList(),
                found.stream().map(Proposal::id).toList());
        found.stream()
                .filter(one -> !one.title().equals(facts.proposals().getOrDefault(one.id(), one.title())))
                .forEach(one -> violations.add(one.id() + " says " + one.title()));
        return violations;
    }

    private List<String> slots() {
        List<String> violations = differences(
                facts.bookings().keySet().stream().toList(),
                items("/api/partner/bookings?state=BOOKED&", Booking.class).stream()
                        .map(Booking::id)
                        .toList());
        facts.bookings()
                .forEach((id, slot) -> facts.bookings().forEach((other, taken) -> {
                    if (id.compareTo(other) < 0 && slot.meets(taken)) {
                        violations.add(id + " and " + other + " meet");
                    }
                }));
        facts.refused().forEach((key, slot) -> {
            if (facts.bookings().values().stream().noneMatch(slot::meets)) {
                violations.add(key + " was refused a slot that is free");
            }
        });
        return violations;
    }

    private List<String> shares() {
        List<Entry> found = items("/api/company/entries?", Entry.class);
        List<String> violations = differences(
                facts.entries().keySet().stream().toList(),
                found.stream().map(Entry::entryNo).toList());
        found.stream()
                .filter(entry ->
                        entry.gross().compareTo(facts.entries().getOrDefault(entry.entryNo(), entry.gross())) != 0)
                .forEach(entry -> violations.add(entry.entryNo() + " is of " + entry.gross()));
        return violations;
    }

    private List<String> obligations() {
        List<String> violations = new ArrayList<>();
        for (PartnerFacts.Reported month : facts.statements().values()) {
            String path = "/api/fund/obligations/" + month.branch() + "/" + month.period();
            var answer = gateway.get(Clients.HQ, path);
            BigDecimal owed = month.gross().multiply(new BigDecimal("0.20")).setScale(2, RoundingMode.HALF_UP);
            if (!answer.succeeded()) {
                violations.add(path + " answers " + answer.status());
            } else if (!answer.as(Obligation.class).statementId().equals(month.statement())
                    || answer.as(Obligation.class).base().compareTo(month.gross()) != 0
                    || answer.as(Obligation.class).owed().compareTo(owed) != 0) {
                violations.add(path + " says " + answer.as(Obligation.class) + " of " + month);
            }
        }
        return violations;
    }

    private List<String> points() {
        List<PointsEntry> found = new ArrayList<>();
        for (Account account : items("/api/partner/points/accounts?", Account.class)) {
            ItemPages.each(
                    gateway,
                    Clients.HQ,
                    "/api/partner/points/accounts/" + account.id() + "/entries?limit=1000",
                    PointsEntry.class,
                    found::add);
        }
        List<String> violations = differences(
                facts.points().keySet().stream().toList(),
                found.stream().map(PointsEntry::reference).toList());
        Map<String, Integer> signed = new HashMap<>();
        found.forEach(entry ->
                signed.put(entry.reference(), entry.kind().equals("EARNED") ? entry.points() : -entry.points()));
        if (!signed.equals(facts.points())) {
            violations.add(signed + " instead of " + facts.points());
        }
        place.branches().stream().map(place::holder).distinct().forEach(holder -> balance(holder, violations));
        return violations;
    }

    private void balance(String holder, List<String> violations) {
        int due = facts.points().entrySet().stream()
                .filter(entry -> place.holder(entry.getKey().substring(0, 12)).equals(holder))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int says = gateway.get(holder, "/api/partner/points/mine").required(Balances.class).items().stream()
                .filter(each -> each.street().equals(place.street()))
                .mapToInt(Balance::balance)
                .sum();
        if (says != due) {
            violations.add(holder + " has " + says + " points instead of " + due);
        }
    }

    private <T> List<T> items(String path, Class<T> type) {
        List<T> items = new ArrayList<>();
        ItemPages.each(gateway, Clients.HQ, path + "limit=1000&within=" + place.city(), type, items::add);
        return items;
    }

    /** Ids that are not in both exactly once. */
    private static List<String> differences(List<String> acknowledged, List<String> found) {
        Map<String, Integer> times = new HashMap<>();
        found.forEach(id -> times.merge(id, 1, Integer::sum));
        TreeSet<String> all = new TreeSet<>(acknowledged);
        all.addAll(times.keySet());
        List<String> violations = new ArrayList<>();
        for (String id : all) {
            if (times.getOrDefault(id, 0) != 1 || !acknowledged.contains(id)) {
                violations.add(id + " is there " + times.getOrDefault(id, 0) + " times, acknowledged "
                        + (acknowledged.contains(id) ? "once" : "never"));
            }
        }
        return violations;
    }
}
