package org.linli.platform.request;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.text.Dates;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads texts as values and collects everything that is wrong with them, not only the first. In place of what cannot be
 * read stands a value that nobody gets to see: the errors are answered first.
 */
public abstract sealed class RequestValues permits Fields, QueryParameters {

    private static final String BRANCH = "a branch's code of 12 digits";
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");
    private static final int FIRST_YEAR = 2000;
    private static final UnitCode NO_UNIT = UnitCode.of("0000");

    private final String path;
    private final List<FieldError> errors;

    RequestValues(String path, List<FieldError> errors) {
        this.path = path;
        this.errors = errors;
    }

    List<FieldError> collected() {
        return errors;
    }

    String path() {
        return path;
    }

    public void add(String field, String reason, String expected) {
        errors.add(new FieldError(path + field, reason, expected));
    }

    /** What a rule has found; its fields are named from here on. */
    public void addAll(List<FieldError> more) {
        more.forEach(error -> add(error.field(), error.reason(), error.expected()));
    }

    public List<FieldError> errors() {
        return new ArrayList<>(errors);
    }

    /** A value of a type of its own; {@code standIn} is used where there is none. */
    public <T> T value(String field, @Nullable String given, Optional<T> value, String expected, T standIn) {
        if (value.isEmpty()) {
            add(field, given == null || Texts.isBlank(given) ? "missing" : "not valid", expected);
        }
        return value.orElse(standIn);
    }

    public String matching(String field, @Nullable String given, Predicate<String> rule, String expected) {
        return value(field, given, Optional.ofNullable(given).filter(rule), expected, "");
    }

    /** Words of 1 to so many characters, without blanks around. */
    public String text(String field, @Nullable String given, int longest) {
        if (given != null) {
            Texts.fault(given).ifPresent(fault -> add(field, fault, Texts.EXPECTED));
        }
        return bounded(field, given == null ? "" : Texts.trimmed(given), longest);
    }

    /** The same, or nothing where nothing is to be seen. */
    public @Nullable String textOrNull(String field, @Nullable String given, int longest) {
        return Texts.isBlank(given) ? null : text(field, given, longest);
    }

    /** The same in one line: a title. */
    public String line(String field, @Nullable String given, int longest) {
        if (given != null) {
            Texts.faultOfLine(given).ifPresent(fault -> add(field, fault, "one line of " + Texts.EXPECTED));
        }
        return bounded(field, given == null ? "" : Texts.trimmed(given), longest);
    }

    /** A name that things are told apart by, in its normal form. */
    public String name(String field, @Nullable String given, int longest) {
        if (given != null) {
            Identifiers.faultOfName(given).ifPresent(fault -> add(field, fault, Texts.EXPECTED));
        }
        return bounded(field, given == null ? "" : Texts.name(given), longest);
    }

    /** The same, or nothing where nothing is to be seen. */
    public @Nullable String nameOrNull(String field, @Nullable String given, int longest) {
        return Texts.isBlank(given) ? null : name(field, given, longest);
    }

    /** The same of a number, which is never a day. */
    public String identifier(String field, @Nullable String given, int longest) {
        if (given != null) {
            Identifiers.fault(given).ifPresent(fault -> add(field, fault, Texts.EXPECTED));
        }
        return bounded(field, given == null ? "" : Texts.name(given), longest);
    }

    private String bounded(String field, String text, int longest) {
        if (text.isEmpty() || Texts.length(text) > longest) {
            add(field, text.isEmpty() ? "missing" : "too long", "1 to " + longest + " characters");
        }
        return text;
    }

    /** Of any sign. */
    public Money amount(String field, @Nullable String given) {
        return amount(field, given, money -> true, "");
    }

    public Money amountFromZero(String field, @Nullable String given) {
        return amount(field, given, Money::isPositiveOrZero, "zero or above; ");
    }

    /** The same of an amount that is read already and may be left out. */
    public @Nullable Money amountFromZero(String field, @Nullable Money given) {
        if (given != null
                && (given.isNegative() || Yuan.parse(Yuan.format(given)).isEmpty())) {
            add(field, "out of range", "zero or above; " + Yuan.EXPECTED);
        }
        return given;
    }

    public Money amountAboveZero(String field, @Nullable String given) {
        return amount(field, given, Money::isPositive, "above zero; ");
    }

    private Money amount(String field, @Nullable String given, Predicate<Money> rule, String size) {
        Optional<Money> amount = Yuan.parse(given);
        if (amount.filter(rule).isEmpty()) {
            add(field, amount.isPresent() ? "out of range" : Yuan.fault(given), size + Yuan.expected(given));
        }
        return amount.orElse(Yuan.zero());
    }

    /** From 0 to the largest, with so many places. */
    public BigDecimal decimal(String field, @Nullable String given, String largest, int places) {
        return value(
                field,
                given,
                Optional.ofNullable(given)
                        .filter(text -> DECIMAL.matcher(text).matches())
                        .map(BigDecimal::new)
                        .filter(value -> value.compareTo(new BigDecimal(largest)) <= 0)
                        .filter(value -> value.stripTrailingZeros().scale() <= places)
                        .map(value -> value.setScale(places, RoundingMode.UNNECESSARY)),
                "a plain decimal from 0 to " + largest + " with up to " + places + " places, as text",
                BigDecimal.ZERO);
    }

    public int number(String field, @Nullable Integer given, int least, int most) {
        if (given == null || given < least || given > most) {
            add(field, given == null ? "missing" : "out of range", "a whole number from " + least + " to " + most);
            return least;
        }
        return given;
    }

    public LocalDate day(String field, @Nullable String given) {
        return Dates.day(given).orElseGet(() -> {
            add(field, Dates.fault(given, "a day"), Dates.expectedDay(given));
            return LocalDate.EPOCH;
        });
    }

    /** A day that is read already, of years in which something may be planned. */
    public LocalDate plannedDay(String field, @Nullable LocalDate given) {
        if (given == null || given.getYear() < FIRST_YEAR || given.getYear() > Dates.LAST_YEAR) {
            String expected = "a day from " + FIRST_YEAR + " to " + Dates.LAST_YEAR;
            add(field, given == null ? "missing" : "not of our time", expected);
        }
        return given == null ? LocalDate.EPOCH : given;
    }

    public YearMonth period(String field, @Nullable String given) {
        return Dates.period(given).orElseGet(() -> {
            add(field, Dates.fault(given, "a period"), Dates.expectedPeriod(given));
            return YearMonth.of(1970, 1);
        });
    }

    /** A unit of any tier. */
    public UnitCode unit(String field, @Nullable String given) {
        return unit(field, given, unit -> true, "a division code", UnitCode.EXPECTED);
    }

    public UnitCode branch(String field, @Nullable String given) {
        return unit(field, given, UnitCode::isCommunity, "a branch code", BRANCH);
    }

    /** A unit that may call for partners. */
    public UnitCode branchOrStreet(String field, @Nullable String given) {
        return unit(
                field,
                given,
                unit -> unit.isCommunity() || unit.level() == UnitLevel.STREET,
                "the code of a branch or street",
                BRANCH + " or a street's of 9");
    }

    /** A unit that fits, such as {@code what} names it. */
    public UnitCode unit(String field, @Nullable String given, Predicate<UnitCode> rule, String what, String expected) {
        return UnitCode.parse(given).filter(rule).orElseGet(() -> {
            add(field, UnitCode.fault(given, what), UnitCode.expected(given, expected));
            return NO_UNIT;
        });
    }

    /** A constant by its name. */
    public <E extends Enum<E>> E oneOf(String field, @Nullable String given, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return value(
                field,
                given,
                Arrays.stream(constants)
                        .filter(constant -> constant.name().equals(given))
                        .findFirst(),
                "one of " + Arrays.toString(constants),
                constants[0]);
    }

    /**
     * Whether two values can be read and are in order; where they are not in order, the second is at fault. An absent one
     * is in order with any.
     *
     * @param what of what kind they are, such as {@code "a day"}
     */
    public <T extends Comparable<? super T>> boolean inOrder(
            String fromField, @Nullable T from, String toField, @Nullable T to, String what) {
        if (isAtFault(fromField) || isAtFault(toField)) {
            return false;
        }
        boolean right = from == null || to == null || from.compareTo(to) <= 0;
        if (!right) {
            add(toField, "before " + fromField, what + " not before " + from);
        }
        return right;
    }

    /** The same where both may not be equal either. */
    public <T extends Comparable<? super T>> boolean inStrictOrder(String fromField, T from, String toField, T to) {
        if (isAtFault(fromField) || isAtFault(toField)) {
            return false;
        }
        boolean right = from.compareTo(to) < 0;
        if (!right) {
            add(toField, "not after " + fromField, "later than " + from);
        }
        return right;
    }

    public boolean isAtFault(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(path + field));
    }
}
