package org.linli.local.chaos;

import org.linli.local.suite.Part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who is killed when: each victim once, in an order and at moments drawn from a seed, spread over the middle of the
 * work.
 *
 * @param kills in the order of their moments
 */
public record KillPlan(List<Kill> kills) {

    /**
     * @param part the victim
     * @param after share of the work acknowledged before, 0 to 1
     */
    public record Kill(Part part, double after) {}

    /** A plan for these victims; the same seed gives the same plan. */
    public static KillPlan of(List<Part> victims, long seed) {
        Random random = new Random(seed);
        List<Part> order = new ArrayList<>(victims);
        Collections.shuffle(order, random);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            double slot = 0.8 / order.size();
            kills.add(new Kill(order.get(i), 0.1 + slot * (i + random.nextDouble())));
        }
        return new KillPlan(kills);
    }
}
