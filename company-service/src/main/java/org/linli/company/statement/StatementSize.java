package org.linli.company.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much one statement may hold: what fits one event, and sums that stay exact at every level above. */
public final class StatementSize {

    /** 10^14 yuan, in fen: a city's cells hold hundreds of these. */
    private static final BigDecimal LARGEST_SUM = BigDecimal.TEN.pow(16);

    private static final int MOST_LINES = 5_000;
    private static final int MOST_TEXT = 1_200_000;

    private StatementSize() {}

    public static Optional<Refusal> tooLarge(List<SummedLine> lines) {
        if (lines.size() > MOST_LINES) {
            return Optional.of(new Refusal.TooLarge(
                    lines.size() + " different combinations of line, project, partner and counterparty",
                    String.valueOf(MOST_LINES)));
        }
        if (lines.stream().mapToLong(StatementSize::text).sum() > MOST_TEXT) {
            return Optional.of(
                    new Refusal.TooLarge("names of projects and partners", MOST_TEXT + " characters in all"));
        }
        boolean sumTooLarge = lines.stream()
                        .flatMap(line -> Stream.of(line.gross(), line.tax(), line.directCost()))
                        .map(BigDecimal::abs)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(LARGEST_SUM)
                > 0;
        return sumTooLarge
                ? Optional.of(new Refusal.TooLarge("the sum of the amounts", "100,000,000,000,000 yuan"))
                : Optional.empty();
    }

    private static long text(SummedLine line) {
        return (line.project() == null ? 0 : line.project().length())
                + (line.partner() == null ? 0 : line.partner().length());
    }
}
