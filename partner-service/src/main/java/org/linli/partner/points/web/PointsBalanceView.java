package org.linli.partner.points.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsLot;
import org.linli.partner.points.PointsMove;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Schema(name = "PointsBalance", description = "What a person can spend in a street today, and until when")
record PointsBalanceView(
        UUID account,
        String street,
        String name,
        @Schema(example = "12") int balance,
        List<LotView> lots) {

    @Schema(name = "PointsBalanceLot")
    record LotView(int points, LocalDate expiresOn) {}

    static PointsBalanceView of(PointsAccount account, List<PointsLot> lots, LocalDate today) {
        return new PointsBalanceView(
                account.id(),
                account.street(),
                account.name(),
                PointsMove.balance(lots, today),
                lots.stream()
                        .filter(lot -> !lot.expiresOn().isBefore(today))
                        .map(lot -> new LotView(lot.remaining(), lot.expiresOn()))
                        .toList());
    }
}
