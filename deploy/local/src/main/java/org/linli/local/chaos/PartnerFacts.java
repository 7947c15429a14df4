package org.linli.local.chaos;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was acknowledged to the partners' workload.
 *
 * @param proposals title by id, as last amended
 * @param entries shares in yuan by the number of the entry that books them
 * @param statements accepted ones, by branch and period
 * @param bookings slot by id
 * @param refused slots by the key of the booking that was refused
 * @param points by the branch's reference, spent ones below zero
 */
record PartnerFacts(
        Map<String, String> proposals,
        Map<String, BigDecimal> entries,
        Map<String, Reported> statements,
        Map<String, Slot> bookings,
        Map<String, Slot> refused,
        Map<String, Integer> points) {

    PartnerFacts() {
        this(
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** A month of a branch that HQ accepted. */
    record Reported(String branch, String period, String statement, BigDecimal gross) {}

    /** Half hours of the day of the race, counted from opening. */
    record Slot(int from, int to) {
        boolean meets(Slot other) {
            return from < other.to && other.from < to;
        }
    }
}
