package org.linli.fund.web;

import org.jspecify.annotations.Nullable;
import org.linli.fund.period.PeriodRange;
import org.linli.fund.period.Periods;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.Scope;
import org.springframework.http.HttpStatus;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the parameters of queries. What cannot be read is a 400 that names the parameter and what would be right. */
public final class Filters {

    private static final Pattern PREFIX = Pattern.compile("[0-9]{0,12}");

    private Filters() {}

    /** The caller's scope, narrowed to a subtree where one is asked for. */
    public static Scope within(Actor caller, @Nullable String prefix) {
        if (prefix != null && !PREFIX.matcher(prefix).matches()) {
            throw unreadable("within", "a prefix of a unit code: up to 12 digits");
        }
        return caller.scope().narrowedTo(prefix);
    }

    /** The subtree of a unit named in the path; 404 where it is no unit or lies outside the caller's scope. */
    public static Scope subtree(Actor caller, String code) {
        return Scope.of(caller.covered(code).value());
    }

    public static PeriodRange periods(@Nullable String from, @Nullable String to) {
        PeriodRange range = new PeriodRange(
                period("from", from, PeriodRange.ALWAYS.from()), period("to", to, PeriodRange.ALWAYS.to()));
        if (range.from().compareTo(range.to()) > 0) {
            throw unreadable("to", "a period not before " + range.from());
        }
        return range;
    }

    private static String period(String parameter, @Nullable String text, String otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        return Periods.parse(text).map(YearMonth::toString).orElseThrow(() -> unreadable(parameter, Periods.EXPECTED));
    }

    /** One constant of an enumeration by its name, in capitals or not; nothing where the parameter is absent. */
    public static <E extends Enum<E>> Optional<E> oneOf(String parameter, Class<E> type, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        E[] constants = type.getEnumConstants();
        return Optional.of(Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> unreadable(parameter, "one of " + Arrays.toString(constants))));
    }

    public static RuntimeException unreadable(String parameter, String expected) {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The query cannot be read")
                .field(parameter, "cannot be read", expected)
                .exception();
    }
}
