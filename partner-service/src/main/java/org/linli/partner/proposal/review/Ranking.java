package org.linli.partner.proposal.review;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.call.Criterion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Proposals in the order of their weighted scores, in a way that anybody can redo by hand: the mean of the reviewers'
 * points by criterion, half up to two places; times the weight; summed; half up to two places. Equal totals share a
 * place, and the next one counts them all (1, 2, 2, 4).
 */
final class Ranking {

    private Ranking() {}

    /** @param mean of the points, two places; @param contribution mean times weight, exact */
    @Schema(name = "RankingPart")
    record Part(String criterion, int weight, BigDecimal mean, BigDecimal contribution) {}

    /** @param reviewers how many scored it; @param total two places */
    @Schema(name = "RankingPlace")
    record Place(int place, UUID proposalId, String partner, int reviewers, List<Part> parts, BigDecimal total) {

        private Place at(int other) {
            return new Place(other, proposalId, partner, reviewers, parts, total);
        }
    }

    static List<Place> of(List<Criterion> criteria, List<ScoreSheet> sheets) {
        Map<UUID, List<ScoreSheet>> byProposal =
                sheets.stream().collect(Collectors.groupingBy(ScoreSheet::proposal, TreeMap::new, Collectors.toList()));
        List<Place> scored = byProposal.values().stream()
                .map(of -> scored(criteria, of))
                .sorted(Comparator.comparing(Place::total).reversed())
                .toList();
        List<Place> ranked = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            boolean tied =
                    i > 0 && scored.get(i).total().equals(scored.get(i - 1).total());
            ranked.add(scored.get(i).at(tied ? ranked.get(i - 1).place() : i + 1));
        }
        return ranked;
    }

    private static Place scored(List<Criterion> criteria, List<ScoreSheet> sheets) {
        List<Part> parts =
                criteria.stream().map(criterion -> part(criterion, sheets)).toList();
        BigDecimal total = parts.stream()
                .map(Part::contribution)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
        ScoreSheet any = sheets.getFirst();
        return new Place(0, any.proposal(), any.partner(), sheets.size(), parts, total);
    }

    private static Part part(Criterion criterion, List<ScoreSheet> sheets) {
        int sum = sheets.stream()
                .mapToInt(sheet -> sheet.points().getOrDefault(criterion.code(), 0))
                .sum();
        BigDecimal mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(sheets.size()), 2, RoundingMode.HALF_UP);
        BigDecimal contribution =
                mean.multiply(BigDecimal.valueOf(criterion.weight())).movePointLeft(2);
        return new Part(criterion.code(), criterion.weight(), mean, contribution);
    }
}
