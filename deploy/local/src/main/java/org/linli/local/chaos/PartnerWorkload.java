package org.linli.local.chaos;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.OrderedExecutors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What partners and branches do with each other: proposals handed in and amended, one room that all race for, turnover
 * reported and confirmed until its share is in an accepted statement, points earned and spent. Everything is drawn from
 * a seed.
 */
final class PartnerWorkload implements Workload {
    private final GatewayClient gateway;
    private final PartnerPlace place;
    private final PartnerFacts facts = new PartnerFacts();
    private final AtomicLong acknowledged = new AtomicLong();

    /** @param months how many each branch works, at most 12 */
    PartnerWorkload(GatewayClient gateway, long seed, int months) {
        this.gateway = gateway;
        this.place = new PartnerPlace(seed, months);
    }

    PartnerPlace place() {
        return place;
    }

    PartnerFacts facts() {
        return facts;
    }

    @Override
    public long size() {
        return (long) place.branches().size() * PartnerBranch.PIECES * place.months();
    }

    @Override
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void run(Pace pace) {
        place.prepare(gateway);
        RoomRace race = RoomRace.open(gateway, place, facts);
        try (OrderedExecutors lanes = new OrderedExecutors(place.branches().size())) {
            for (String branch : place.branches()) {
                lanes.give(() -> {
                    Random random = new Random(place.seed() ^ branch.hashCode());
                    List<PartnerFacts.Slot> slots = new ArrayList<>(RoomRace.SLOTS);
                    Collections.shuffle(slots, random);
                    PartnerBranch work = new PartnerBranch(gateway, place, branch, facts, random);
                    work.pieces(slot -> race.ask(branch, slot), slots).forEach(piece -> {
                        pace.await();
                        piece.run();
                        acknowledged.incrementAndGet();
                    });
                });
            }
            lanes.await();
        }
    }
}
