package org.linli.company.entry;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.text.Dates;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry must be. Knows the units and lines there are and the caller's scope; finds every mistake of a draft,
 * not the first.
 *
 * @param units registered units among those that the drafts name
 * @param lines codes of the lines that new entries may name
 */
public record EntryRules(Set<UnitCode> units, Set<String> lines, Scope scope) {

    private static final int LONGEST_TEXT = 200;
    private static final String NUMBER = "a number of 1 to 200 characters, typed as text, without / \\ % ;";
    /** Names of routes beside those of entries. */
    private static final Set<String> RESERVED = Set.of("export", "import", "batch");

    /** The entry, or what is wrong with each field at fault. */
    public Checked check(EntryDraft draft) {
        List<FieldError> mistakes = new ArrayList<>();
        String entryNo = entryNo(draft.entryNo(), mistakes);
        Optional<UnitCode> unit = branch(draft.unit(), mistakes);
        Optional<YearMonth> period = period(draft.period(), mistakes);
        Optional<LocalDate> date = date(draft.date(), period, mistakes);
        String line = line(draft.line(), mistakes);
        Optional<UnitCode> counterparty = counterparty(draft.counterparty(), unit, mistakes);
        Optional<Money> gross = amount("gross", draft.gross(), mistakes);
        Optional<Money> tax = amount("tax", draft.tax(), mistakes);
        Optional<Money> directCost = amount("directCost", draft.directCost(), mistakes);
        part("tax", gross, tax, mistakes);
        part("directCost", gross, directCost, mistakes);
        String project = name("project", draft.project(), mistakes);
        String partner = name("partner", draft.partner(), mistakes);
        String memo = words("memo", draft.memo(), mistakes);
        if (!mistakes.isEmpty()) {
            return new Checked.Invalid(List.copyOf(mistakes));
        }
        return new Checked.Valid(new Entry(
                entryNo,
                unit.orElseThrow(),
                period.orElseThrow(),
                date.orElseThrow(),
                line,
                project,
                counterparty.orElse(null),
                partner,
                gross.orElseThrow(),
                tax.orElseThrow(),
                directCost.orElseThrow(),
                memo));
    }

    private static String entryNo(@Nullable String text, List<FieldError> mistakes) {
        String number = Texts.nameOrNull(text);
        if (text == null || number == null) {
            mistakes.add(new FieldError("entryNo", "missing", NUMBER));
            return "";
        }
        if (Texts.length(number) > LONGEST_TEXT) {
            mistakes.add(new FieldError("entryNo", "too long", "up to 200 characters"));
        }
        Identifiers.faultInAddress(text).ifPresent(fault -> mistakes.add(new FieldError("entryNo", fault, NUMBER)));
        if (RESERVED.contains(number)) {
            mistakes.add(new FieldError("entryNo", "the name of a route", NUMBER));
        }
        return number;
    }

    /** A branch of somebody else is not told apart from one that does not exist. */
    private Optional<UnitCode> branch(@Nullable String text, List<FieldError> mistakes) {
        Optional<UnitCode> unit = UnitCode.parse(text);
        if (unit.isEmpty() || !unit.get().isCommunity()) {
            mistakes.add(new FieldError(
                    "unit",
                    UnitCode.fault(text, "a branch code"),
                    UnitCode.expected(text, "a branch's code of 12 digits")));
        } else if (!scope.covers(unit.get()) || !units.contains(unit.get())) {
            mistakes.add(new FieldError(
                    "unit", "not a known branch", "the code of a registered branch of yours" + orRather(unit.get())));
        }
        return unit;
    }

    private static Optional<YearMonth> period(@Nullable String text, List<FieldError> mistakes) {
        Optional<YearMonth> period = Dates.period(text);
        if (period.isEmpty()) {
            mistakes.add(new FieldError("period", Dates.fault(text, "a period"), Dates.expectedPeriod(text)));
        }
        return period;
    }

    private static Optional<LocalDate> date(
            @Nullable String text, Optional<YearMonth> period, List<FieldError> mistakes) {
        Optional<LocalDate> date = Dates.day(text);
        if (date.isEmpty()) {
            mistakes.add(new FieldError("date", Dates.fault(text, "a date"), Dates.expectedDay(text)));
        } else if (period.isPresent() && !YearMonth.from(date.get()).equals(period.get())) {
            mistakes.add(new FieldError("date", "outside the period", "a day in " + period.get()));
        }
        return date;
    }

    private String line(@Nullable String text, List<FieldError> mistakes) {
        if (text == null || !lines.contains(text)) {
            mistakes.add(new FieldError(
                    "line",
                    isEmpty(text) ? "missing" : "not a known business line",
                    "one of " + String.join(", ", lines.stream().sorted().toList())));
            return "";
        }
        return text;
    }

    /** What a branch sells to itself is no revenue of anybody. */
    private Optional<UnitCode> counterparty(
            @Nullable String text, Optional<UnitCode> seller, List<FieldError> mistakes) {
        Optional<UnitCode> unit = UnitCode.parse(text);
        if (!isEmpty(text) && (unit.isEmpty() || !units.contains(unit.get()))) {
            String right = UnitCode.expected(text, "the code of a registered unit, or nothing")
                    + unit.map(EntryRules::orRather).orElse("");
            mistakes.add(new FieldError("counterparty", UnitCode.fault(text, "a known unit"), right));
        } else if (unit.isPresent() && unit.equals(seller)) {
            mistakes.add(new FieldError("counterparty", "the branch itself", "another unit, or nothing"));
        }
        return unit;
    }

    private static String orRather(UnitCode code) {
        return code.filledUp().map(meant -> "; " + code + " means " + meant).orElse("");
    }

    private static Optional<Money> amount(String field, @Nullable String text, List<FieldError> mistakes) {
        Optional<Money> amount = Yuan.parse(text);
        if (amount.isEmpty()) {
            mistakes.add(new FieldError(field, Yuan.fault(text), Yuan.expected(text)));
        }
        return amount;
    }

    /** Tax and cost are parts of gross: of the same sign and not larger, in a refund as in a sale. */
    private static void part(String field, Optional<Money> gross, Optional<Money> part, List<FieldError> mistakes) {
        if (gross.isEmpty() || part.isEmpty() || part.get().isZero()) {
            return;
        }
        if (part.get().isNegative() != gross.get().isNegative()) {
            mistakes.add(new FieldError(
                    field, "of another sign than gross", "an amount of the same sign as gross, or 0.00"));
        } else if (part.get().abs().isGreaterThan(gross.get().abs())) {
            mistakes.add(new FieldError(field, "larger than gross", "at most " + Yuan.format(gross.get())));
        }
    }

    private static @Nullable String name(String field, @Nullable String text, List<FieldError> mistakes) {
        String name = Texts.nameOrNull(text);
        if (text != null && name != null) {
            Identifiers.faultOfName(text)
                    .ifPresent(fault -> mistakes.add(new FieldError(field, fault, Texts.EXPECTED)));
        }
        return bounded(field, name, mistakes);
    }

    private static @Nullable String words(String field, @Nullable String text, List<FieldError> mistakes) {
        String words = Texts.trimmedOrNull(text);
        if (words != null) {
            Texts.fault(words).ifPresent(fault -> mistakes.add(new FieldError(field, fault, Texts.EXPECTED)));
        }
        return bounded(field, words, mistakes);
    }

    private static @Nullable String bounded(String field, @Nullable String text, List<FieldError> mistakes) {
        if (text != null && Texts.length(text) > LONGEST_TEXT) {
            mistakes.add(new FieldError(field, "too long", "up to 200 characters"));
        }
        return text;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** Right or wrong, nothing between. */
    public sealed interface Checked {
        record Valid(Entry entry) implements Checked {}

        /** @param mistakes at least one */
        record Invalid(List<FieldError> mistakes) implements Checked {}
    }
}
