package org.linli.company.entry;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an entry must be. Knows the units and lines there are and the caller's scope; finds every mistake of a draft,
 * not the first.
 *
 * @param units registered units among those that the drafts name
 * @param lines codes of the lines that new entries may name
 */
public record EntryRules(Set<UnitCode> units, Set<String> lines, Scope scope) {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern PERIOD = Pattern.compile("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The entry, or what is wrong with each field at fault. */
    public Checked check(EntryDraft draft) {
        List<FieldError> mistakes = new ArrayList<>();
        String entryNo = entryNo(draft.entryNo(), mistakes);
        Optional<UnitCode> unit = branch(draft.unit(), mistakes);
        Optional<YearMonth> period = period(draft.period(), mistakes);
        Optional<LocalDate> date = date(draft.date(), period, mistakes);
        String line = line(draft.line(), mistakes);
        Optional<UnitCode> counterparty = counterparty(draft.counterparty(), mistakes);
        Optional<Money> gross = amount("gross", draft.gross(), mistakes);
        Optional<Money> tax = amount("tax", draft.tax(), mistakes);
        Optional<Money> directCost = amount("directCost", draft.directCost(), mistakes);
        part("tax", gross, tax, mistakes);
        part("directCost", gross, directCost, mistakes);
        String project = text("project", draft.project(), mistakes);
        String partner = text("partner", draft.partner(), mistakes);
        String memo = text("memo", draft.memo(), mistakes);
        if (!mistakes.isEmpty()) {
            return new Checked.Wrong(List.copyOf(mistakes));
        }
        return new Checked.Right(new Entry(
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
        if (text == null || text.isBlank()) {
            mistakes.add(new FieldError("entryNo", "missing", "a number of 1 to 200 characters"));
            return "";
        }
        if (length(text) > LONGEST_TEXT) {
            mistakes.add(new FieldError("entryNo", "too long", "up to 200 characters"));
        }
        return text;
    }

    /** A branch of somebody else is not told apart from one that does not exist. */
    private Optional<UnitCode> branch(@Nullable String text, List<FieldError> mistakes) {
        Optional<UnitCode> unit = UnitCode.parse(text);
        if (unit.isEmpty() || !unit.get().isCommunity()) {
            mistakes.add(new FieldError(
                    "unit", isEmpty(text) ? "missing" : "not a branch code", "a branch's code of 12 digits"));
        } else if (!scope.covers(unit.get()) || !units.contains(unit.get())) {
            mistakes.add(new FieldError("unit", "not a known branch", "the code of a registered branch of yours"));
        }
        return unit;
    }

    private static Optional<YearMonth> period(@Nullable String text, List<FieldError> mistakes) {
        if (text == null || !PERIOD.matcher(text).matches()) {
            mistakes.add(
                    new FieldError("period", isEmpty(text) ? "missing" : "not a period", "a month such as 2026-03"));
            return Optional.empty();
        }
        return Optional.of(YearMonth.parse(text));
    }

    private static Optional<LocalDate> date(
            @Nullable String text, Optional<YearMonth> period, List<FieldError> mistakes) {
        try {
            if (text == null || !DATE.matcher(text).matches()) {
                throw new DateTimeException("not of the form");
            }
            LocalDate date = LocalDate.parse(text);
            if (period.isPresent() && !YearMonth.from(date).equals(period.get())) {
                mistakes.add(new FieldError("date", "outside the period", "a day in " + period.get()));
            }
            return Optional.of(date);
        } catch (DateTimeException notOne) {
            mistakes.add(new FieldError("date", isEmpty(text) ? "missing" : "not a date", "a day such as 2026-03-14"));
            return Optional.empty();
        }
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

    private Optional<UnitCode> counterparty(@Nullable String text, List<FieldError> mistakes) {
        Optional<UnitCode> unit = UnitCode.parse(text);
        if (!isEmpty(text) && (unit.isEmpty() || !units.contains(unit.get()))) {
            mistakes.add(
                    new FieldError("counterparty", "not a known unit", "the code of a registered unit, or nothing"));
        }
        return unit;
    }

    private static Optional<Money> amount(String field, @Nullable String text, List<FieldError> mistakes) {
        Optional<Money> amount = Yuan.parse(text);
        if (amount.isEmpty()) {
            mistakes.add(new FieldError(field, isEmpty(text) ? "missing" : "not an amount", Yuan.EXPECTED));
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

    private static @Nullable String text(String field, @Nullable String text, List<FieldError> mistakes) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (length(text) > LONGEST_TEXT) {
            mistakes.add(new FieldError(field, "too long", "up to 200 characters"));
        }
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** Right or wrong, nothing between. */
    public sealed interface Checked {
        record Right(Entry entry) implements Checked {}

        /** @param mistakes at least one */
        record Wrong(List<FieldError> mistakes) implements Checked {}
    }
}
