package org.linli.partner.proposal.review;

import org.junit.jupiter.api.Test;
import org.linli.partner.call.Criterion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class RankingTest {

    private static final List<Criterion> CRITERIA =
            List.of(new Criterion("BENEFIT", "公益性", 60), new Criterion("PRICE", "价格", 40));
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void shows_each_part_of_a_total_that_can_be_redone_by_hand() {
        List<Ranking.Place> places = Ranking.of(
                CRITERIA, List.of(sheet(FIRST, "a", 80, 70), sheet(FIRST, "b", 81, 70), sheet(FIRST, "c", 81, 71)));
        assertThat(places).hasSize(1);
        Ranking.Place place = places.getFirst();
        assertThat(place.reviewers()).isEqualTo(3);
        assertThat(place.parts())
                .containsExactly(
                        new Ranking.Part("BENEFIT", 60, new BigDecimal("80.67"), new BigDecimal("48.4020")),
                        new Ranking.Part("PRICE", 40, new BigDecimal("70.33"), new BigDecimal("28.1320")));
        assertThat(place.total()).isEqualTo("76.53");
    }

    @Test
    void rounds_half_up() {
        List<ScoreSheet> sheets = new ArrayList<>(Collections.nCopies(7, sheet(FIRST, "a", 50, 50)));
        sheets.add(sheet(FIRST, "b", 51, 51));
        assertThat(Ranking.of(CRITERIA, sheets).getFirst().total()).isEqualTo("50.13");
    }

    @Test
    void equal_totals_share_a_place_and_the_next_counts_them_all() {
        assertThat(Ranking.of(
                        CRITERIA,
                        List.of(sheet(THIRD, "a", 10, 10), sheet(SECOND, "a", 90, 90), sheet(FIRST, "a", 90, 90))))
                .extracting(Ranking.Place::place, Ranking.Place::proposalId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, FIRST),
                        org.assertj.core.groups.Tuple.tuple(1, SECOND),
                        org.assertj.core.groups.Tuple.tuple(3, THIRD));
    }

    @Test
    void does_not_depend_on_the_order_of_sheets_and_stays_within_bounds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<ScoreSheet> sheets = new ArrayList<>();
            for (int j = 0; j < 12; j++) {
                sheets.add(sheet(new UUID(0, random.nextInt(4)), "r" + j, random.nextInt(101), random.nextInt(101)));
            }
            List<Ranking.Place> places = Ranking.of(CRITERIA, sheets);
            Collections.shuffle(sheets, random);
            assertThat(Ranking.of(CRITERIA, sheets)).as("seed %d", seed).isEqualTo(places);
            assertThat(places).allSatisfy(place -> {
                assertThat(place.total()).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
                assertThat(place.parts().stream()
                                .map(Ranking.Part::contribution)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .setScale(2, RoundingMode.HALF_UP))
                        .isEqualTo(place.total());
            });
        }
    }

    private static ScoreSheet sheet(UUID proposal, String reviewer, int benefit, int price) {
        return new ScoreSheet(proposal, "墨香书院", reviewer, Map.of("BENEFIT", benefit, "PRICE", price));
    }
}
