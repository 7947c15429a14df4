package org.linli.company.consolidation.web;

import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.Months;
import org.linli.company.consolidation.store.Periods;
import org.linli.platform.problem.Problem;
import org.linli.platform.text.Dates;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.http.HttpStatus;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the query parameters of the consolidation; what cannot be read is told with its name and what would be right. */
final class Asked {

    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,12}");
    private static final int LONGEST = 500;

    private Asked() {}

    /** Both ends, in order, and not too far apart. */
    static Months months(String fromName, @Nullable String from, String toName, @Nullable String to) {
        YearMonth first = period(fromName, from).orElseThrow(() -> missing(fromName));
        YearMonth last = period(toName, to).orElseThrow(() -> missing(toName));
        check(fromName, toName, first, last);
        return new Months(first, last);
    }

    /** Either end may be open. */
    static Periods periods(@Nullable String from, @Nullable String to) {
        Optional<YearMonth> first = period("from", from);
        Optional<YearMonth> last = period("to", to);
        if (first.isPresent() && last.isPresent()) {
            check("from", "to", first.get(), last.get());
        }
        return Periods.of(first.orElse(null), last.orElse(null));
    }

    static @Nullable UnitLevel level(@Nullable String level) {
        return text(level)
                .map(asked -> Arrays.stream(UnitLevel.values())
                        .filter(each -> each.name().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> wrong("level", "no level", "one of " + List.of(UnitLevel.values()))))
                .orElse(null);
    }

    static CellsFile.Language language(@Nullable String language) {
        return switch (text(language).orElse("en")) {
            case "en" -> CellsFile.Language.EN;
            case "zh" -> CellsFile.Language.ZH;
            default -> throw wrong("header", "no language of the header row", "en or zh");
        };
    }

    static @Nullable String prefix(String name, @Nullable String prefix) {
        return matching(name, prefix, PREFIX.asMatchPredicate(), "the first digits of a unit code");
    }

    static @Nullable String branch(@Nullable String branch) {
        return matching(
                "branch",
                branch,
                code -> UnitCode.parse(code).filter(UnitCode::isCommunity).isPresent(),
                "the 12-digit code of a branch");
    }

    static @Nullable String filter(String name, @Nullable String value) {
        return matching(name, value, text -> text.length() <= LONGEST, "at most " + LONGEST + " characters");
    }

    private static @Nullable String matching(
            String name, @Nullable String value, Predicate<String> right, String expected) {
        Optional<String> asked = text(value);
        asked.filter(right.negate()).ifPresent(text -> {
            throw wrong(name, "cannot be read", expected);
        });
        return asked.orElse(null);
    }

    private static Optional<YearMonth> period(String name, @Nullable String period) {
        return text(period)
                .map(text -> Dates.period(text)
                        .orElseThrow(() -> wrong(name, Dates.fault(text, "a period"), Dates.expectedPeriod(text))));
    }

    private static void check(String fromName, String toName, YearMonth from, YearMonth to) {
        if (from.isAfter(to)) {
            throw wrong(toName, "before " + fromName, "a period not before " + from);
        }
        if (Months.length(from, to) > Months.MOST) {
            throw wrong(toName, "too far from " + fromName, "at most " + Months.MOST + " periods in all");
        }
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static RuntimeException missing(String name) {
        return wrong(name, "missing", Dates.PERIOD);
    }

    private static RuntimeException wrong(String name, String reason, String expected) {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The request cannot be read")
                .field(name, reason, expected)
                .exception();
    }
}
