package org.linli.partner.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks what goes with something: by the sum of points of all facts found, and where that is the same by id, the latest
 * first. One fact more never lowers a rank, and the order in which candidates come does not matter.
 */
public final class Ranking {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::score)
            .reversed()
            .thenComparing(match -> match.profile().id().toString(), Comparator.reverseOrder());

    private Ranking() {}

    public static List<Match> of(Profile subject, Collection<Profile> candidates, Weights weights) {
        return candidates.stream()
                .map(candidate -> match(subject, candidate, weights))
                .filter(Match::isOne)
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Match match(Profile subject, Profile candidate, Weights weights) {
        List<Reason> reasons = Facts.between(subject, candidate, weights);
        return new Match(candidate, reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }
}
