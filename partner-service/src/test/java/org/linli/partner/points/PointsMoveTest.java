package org.linli.partner.points;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class PointsMoveTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @Test
    void takes_first_what_ends_first() {
        PointsLot late = lot(10, TODAY.plusDays(20));
        PointsLot soon = lot(3, TODAY);
        assertThat(PointsMove.fromHolder(List.of(late, soon), 5, PointsMove.Ledger.REDEEMED, TODAY))
                .hasValue(new PointsMove(List.of(
                        new PointsMove.Line(PointsMove.Ledger.HOLDER, soon.entry(), -3),
                        new PointsMove.Line(PointsMove.Ledger.HOLDER, late.entry(), -2),
                        new PointsMove.Line(PointsMove.Ledger.REDEEMED, null, 5))));
    }

    @Test
    void what_ended_yesterday_cannot_be_spent() {
        List<PointsLot> lots = List.of(lot(10, TODAY.minusDays(1)));
        assertThat(PointsMove.fromHolder(lots, 1, PointsMove.Ledger.REDEEMED, TODAY))
                .isEmpty();
        assertThat(PointsMove.balance(lots, TODAY)).isZero();
    }

    @Test
    void more_than_the_holder_has_is_refused() {
        assertThat(PointsMove.fromHolder(List.of(lot(4, TODAY)), 5, PointsMove.Ledger.FORFEITED, TODAY))
                .isEmpty();
    }

    @RepeatedTest(200)
    void every_move_balances_and_no_lot_gives_more_than_it_holds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<PointsLot> lots = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            lots.add(lot(1 + random.nextInt(20), TODAY.plusDays(random.nextInt(9) - 4L)));
        }
        int points = 1 + random.nextInt(40);
        var move = PointsMove.fromHolder(lots, points, PointsMove.Ledger.REDEEMED, TODAY);
        assertThat(move.isPresent()).as("seed %d", seed).isEqualTo(points <= PointsMove.balance(lots, TODAY));
        move.ifPresent(made -> {
            assertThat(made.lines().stream().mapToInt(PointsMove.Line::amount).sum())
                    .as("seed %d", seed)
                    .isZero();
            made.lines().stream()
                    .filter(line -> line.lot() != null)
                    .forEach(line -> assertThat(lots)
                            .as("seed %d", seed)
                            .anyMatch(lot -> lot.entry().equals(line.lot()) && lot.remaining() >= -line.amount()));
        });
    }

    private static PointsLot lot(int remaining, LocalDate expiresOn) {
        return new PointsLot(UUID.randomUUID(), remaining, expiresOn);
    }
}
