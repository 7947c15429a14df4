package org.linli.partner.proposal.review;

import java.util.Map;
import java.util.UUID;

/**
 * What one reviewer gave one proposal in one round.
 *
 * @param partner whose proposal it is, for people to read
 * @param points from 0 to 100 for each criterion of the call
 */
record ScoreSheet(UUID proposal, String partner, String reviewer, Map<String, Integer> points) {

    ScoreSheet {
        points = Map.copyOf(points);
    }
}
