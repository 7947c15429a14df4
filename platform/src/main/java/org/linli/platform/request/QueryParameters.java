package org.linli.platform.request;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the parameters of a query. An empty one is an absent one. */
public final class QueryParameters extends RequestValues {

    private static final Pattern PREFIX = Pattern.compile("[0-9]{0,12}");

    private QueryParameters() {
        super("", new ArrayList<>());
    }

    /**
     * What is read from a query.
     *
     * @throws org.linli.platform.problem.ProblemException (400) naming every parameter at fault, where there is any
     */
    public static <T> T read(Function<QueryParameters, T> reader) {
        QueryParameters query = new QueryParameters();
        T read = reader.apply(query);
        if (!query.errors().isEmpty()) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The query cannot be read")
                    .fields(query.errors())
                    .exception();
        }
        return read;
    }

    /** Either end may be open. */
    public PeriodRange periods(@Nullable String from, @Nullable String to) {
        return periods(period(given(from), "from"), period(given(to), "to"));
    }

    /** The same of what is read already. */
    public PeriodRange periods(@Nullable YearMonth from, @Nullable YearMonth to) {
        return inOrder("from", from, "to", to, "a period") ? PeriodRange.of(from, to) : PeriodRange.ALWAYS;
    }

    /** Both ends are needed, with at most so many periods between them. */
    public PeriodRange periods(String fromName, @Nullable String from, String toName, @Nullable String to, int most) {
        YearMonth first = period(fromName, from);
        YearMonth last = period(toName, to);
        if (!inOrder(fromName, first, toName, last, "a period")) {
            return PeriodRange.ALWAYS;
        }
        PeriodRange range = new PeriodRange(first, last);
        if (range.months() > most) {
            add(toName, "too far from " + fromName, "at most " + most + " periods in all");
        }
        return range;
    }

    private @Nullable YearMonth period(Optional<String> given, String name) {
        return given.map(text -> period(name, text)).orElse(null);
    }

    /** The first digits of a unit's code; empty for any unit. */
    public String prefix(String name, @Nullable String text) {
        String prefix = given(text).orElse("");
        if (!PREFIX.matcher(prefix).matches()) {
            add(name, "not a prefix of a division code", "up to 12 digits");
        }
        return prefix;
    }

    /** A branch's code, for narrowing to it; empty for any. */
    public String branchOrAny(String name, @Nullable String text) {
        return given(text).map(code -> branch(name, code).value()).orElse("");
    }

    /** A constant by its name, in capitals or not; nothing where the parameter is absent. */
    public <E extends Enum<E>> Optional<E> anyOf(String name, @Nullable String text, Class<E> type) {
        return given(text).map(asked -> oneOf(name, nameOf(asked, type), type));
    }

    private static <E extends Enum<E>> String nameOf(String asked, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElse(asked);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }
}
