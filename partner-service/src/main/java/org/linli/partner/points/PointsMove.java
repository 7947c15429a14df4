package org.linli.partner.points;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one entry moves, line by line; the amounts add up to nothing.
 *
 * @param lines in order
 */
public record PointsMove(List<Line> lines) {

    /** The sides of the ledger. */
    public enum Ledger {
        HOLDER,
        ISSUED,
        REDEEMED,
        EXPIRED,
        FORFEITED
    }

    /**
     * @param lot the earned points that a holder's line moves; none on the other side, and none where they are new
     * @param amount never 0
     */
    public record Line(Ledger ledger, @Nullable UUID lot, int amount) {}

    public PointsMove {
        lines = List.copyOf(lines);
    }

    /** New points of the holder, out of another side; the entry itself is their lot. */
    public static PointsMove toHolder(int points, Ledger from) {
        return new PointsMove(List.of(new Line(Ledger.HOLDER, null, points), new Line(from, null, -points)));
    }

    /**
     * Points away from the holder: those that end first are taken first, and what ended already is left alone.
     *
     * @return empty where the holder has fewer
     */
    public static Optional<PointsMove> fromHolder(List<PointsLot> lots, int points, Ledger to, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        int missing = points;
        for (PointsLot lot : spendable(lots, today)) {
            int taken = Math.min(missing, lot.remaining());
            if (taken > 0) {
                lines.add(new Line(Ledger.HOLDER, lot.entry(), -taken));
                missing -= taken;
            }
        }
        lines.add(new Line(to, null, points));
        return missing > 0 ? Optional.empty() : Optional.of(new PointsMove(lines));
    }

    /** What is left of a lot that has ended. */
    public static PointsMove expiry(PointsLot lot) {
        return new PointsMove(List.of(
                new Line(Ledger.HOLDER, lot.entry(), -lot.remaining()),
                new Line(Ledger.EXPIRED, null, lot.remaining())));
    }

    /** What can be spent today. */
    public static int balance(List<PointsLot> lots, LocalDate today) {
        return spendable(lots, today).stream().mapToInt(PointsLot::remaining).sum();
    }

    private static List<PointsLot> spendable(List<PointsLot> lots, LocalDate today) {
        return lots.stream()
                .filter(lot -> !lot.expiresOn().isBefore(today))
                .sorted(Comparator.comparing(PointsLot::expiresOn).thenComparing(PointsLot::entry))
                .toList();
    }
}
