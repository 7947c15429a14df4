package org.linli.company.entry;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.request.Fields;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
        Fields fields = new Fields();
        String entryNo = entryNo(fields, draft.entryNo());
        UnitCode unit = branch(fields, draft.unit());
        YearMonth period = fields.period("period", draft.period());
        LocalDate date = date(fields, draft.date(), period);
        String line = line(fields, draft.line());
        UnitCode counterparty = counterparty(fields, draft.counterparty(), unit);
        Money gross = fields.amount("gross", draft.gross());
        Money tax = fields.amount("tax", draft.tax());
        Money directCost = fields.amount("directCost", draft.directCost());
        part(fields, "tax", gross, tax);
        part(fields, "directCost", gross, directCost);
        Entry entry = new Entry(
                entryNo,
                unit,
                period,
                date,
                line,
                fields.nameOrNull("project", draft.project(), LONGEST_TEXT),
                counterparty,
                fields.nameOrNull("partner", draft.partner(), LONGEST_TEXT),
                gross,
                tax,
                directCost,
                fields.textOrNull("memo", draft.memo(), LONGEST_TEXT));
        return fields.hasErrors() ? new Checked.Invalid(fields.errors()) : new Checked.Valid(entry);
    }

    private static String entryNo(Fields fields, @Nullable String text) {
        String number = Texts.nameOrNull(text);
        if (text == null || number == null) {
            fields.add("entryNo", "missing", NUMBER);
            return "";
        }
        if (Texts.length(number) > LONGEST_TEXT) {
            fields.add("entryNo", "too long", "up to 200 characters");
        }
        Identifiers.faultInAddress(text).ifPresent(fault -> fields.add("entryNo", fault, NUMBER));
        if (RESERVED.contains(number)) {
            fields.add("entryNo", "the name of a route", NUMBER);
        }
        return number;
    }

    /** A branch of somebody else is not told apart from one that does not exist. */
    private UnitCode branch(Fields fields, @Nullable String text) {
        UnitCode unit = fields.branch("unit", text);
        if (!fields.isAtFault("unit") && (!scope.covers(unit) || !units.contains(unit))) {
            fields.add("unit", "not a known branch", "the code of a registered branch of yours" + orRather(unit));
        }
        return unit;
    }

    private static LocalDate date(Fields fields, @Nullable String text, YearMonth period) {
        LocalDate date = fields.day("date", text);
        if (!fields.isAtFault("date")
                && !fields.isAtFault("period")
                && !YearMonth.from(date).equals(period)) {
            fields.add("date", "outside the period", "a day in " + period);
        }
        return date;
    }

    private String line(Fields fields, @Nullable String text) {
        if (text == null || !lines.contains(text)) {
            fields.add(
                    "line",
                    text == null || text.isEmpty() ? "missing" : "not a known business line",
                    "one of " + String.join(", ", lines.stream().sorted().toList()));
            return "";
        }
        return text;
    }

    /** What a branch sells to itself is no revenue of anybody. */
    private @Nullable UnitCode counterparty(Fields fields, @Nullable String text, UnitCode seller) {
        UnitCode unit = UnitCode.parse(text).orElse(null);
        if (text != null && !text.isEmpty() && (unit == null || !units.contains(unit))) {
            String right = UnitCode.expected(text, "the code of a registered unit, or nothing")
                    + (unit == null ? "" : orRather(unit));
            fields.add("counterparty", UnitCode.fault(text, "a known unit"), right);
        } else if (seller.equals(unit)) {
            fields.add("counterparty", "the branch itself", "another unit, or nothing");
        }
        return unit;
    }

    private static String orRather(UnitCode code) {
        return code.filledUp().map(meant -> "; " + code + " means " + meant).orElse("");
    }

    /** Tax and cost are parts of gross: of the same sign and not larger, in a refund as in a sale. */
    private static void part(Fields fields, String field, Money gross, Money part) {
        if (fields.isAtFault("gross") || fields.isAtFault(field) || part.isZero()) {
            return;
        }
        if (part.isNegative() != gross.isNegative()) {
            fields.add(field, "of another sign than gross", "an amount of the same sign as gross, or 0.00");
        } else if (part.abs().isGreaterThan(gross.abs())) {
            fields.add(field, "larger than gross", "at most " + Yuan.format(gross));
        }
    }

    /** Right or wrong, nothing between. */
    public sealed interface Checked {
        record Valid(Entry entry) implements Checked {}

        /** @param mistakes at least one */
        record Invalid(List<FieldError> mistakes) implements Checked {}
    }
}
