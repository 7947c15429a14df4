package org.linli.partner.agreement.web;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.text.Dates;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the fields of a request and collects everything that is wrong with them. What could not be read is a value
 * that is never used: {@link #complain} comes first.
 */
public final class Fields {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");
    private static final UUID NONE = new UUID(0, 0);
    private static final UnitCode NO_UNIT = UnitCode.of("0000");

    private final List<FieldError> errors = new ArrayList<>();

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public void add(List<FieldError> more) {
        errors.addAll(more);
    }

    public void add(String field, String reason, String expected) {
        errors.add(new FieldError(field, reason, expected));
    }

    /** 422 with every field at fault, where there is any. */
    public void complain(String title) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(title).fields(errors).exception();
        }
    }

    /** Text of 1 to so many characters, without blanks around. */
    public String text(String field, @Nullable String given, int longest) {
        return read(field, given, trimmed(given, longest), "1 to " + longest + " characters", "");
    }

    /** The same in one line: a name or title. */
    public String line(String field, @Nullable String given, int longest) {
        if (given != null) {
            Texts.faultOfLine(given).ifPresent(fault -> add(field, fault, "one line of " + Texts.EXPECTED));
        }
        return text(field, given, longest);
    }

    /** Text as above, or nothing. */
    public @Nullable String textOrNone(String field, @Nullable String given, int longest) {
        return given == null || Texts.isBlank(given) ? null : text(field, given, longest);
    }

    public String matching(String field, @Nullable String given, Predicate<String> rule, String expected) {
        return read(field, given, Optional.ofNullable(given).filter(rule), expected, "");
    }

    /** Not negative. */
    public Money amount(String field, @Nullable String given) {
        return amount(field, given, Money::isPositiveOrZero, "zero or above; ");
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

    /** From 0 to the largest with so many places. */
    public BigDecimal decimal(String field, @Nullable String given, String largest, int places) {
        return read(
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
        return read(field, given, Dates.day(given), Dates.expectedDay(given), LocalDate.EPOCH);
    }

    public YearMonth period(String field, @Nullable String given) {
        return read(field, given, Dates.period(given), Dates.expectedPeriod(given), YearMonth.of(1970, 1));
    }

    public UnitCode unit(String field, @Nullable String given) {
        return read(field, given, UnitCode.parse(given), UnitCode.EXPECTED, NO_UNIT);
    }

    public UUID id(String field, @Nullable String given) {
        return read(field, given, Ids.parse(given), "an id such as 0198c0de-0000-7000-8000-000000000001", NONE);
    }

    public <E extends Enum<E>> E oneOf(String field, @Nullable String given, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return read(
                field,
                given,
                java.util.Arrays.stream(constants)
                        .filter(constant -> constant.name().equals(given))
                        .findFirst(),
                "one of " + java.util.Arrays.toString(constants),
                constants[0]);
    }

    private static Optional<String> trimmed(@Nullable String text, int longest) {
        return Optional.ofNullable(text)
                .map(Texts::trimmed)
                .filter(given -> !given.isEmpty() && given.codePointCount(0, given.length()) <= longest);
    }

    private <T> T read(String field, @Nullable String given, Optional<T> value, String expected, T unused) {
        if (value.isEmpty()) {
            add(field, given == null || given.isEmpty() ? "missing" : "not valid", expected);
        }
        return value.orElse(unused);
    }
}
