package org.linli.company.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a statement: branch, period and version, written {@code 440703006101-2026-03-1}.
 *
 * @param version from 1; a correction has the next one
 */
public record StatementId(UnitCode unit, YearMonth period, int version) {

    /** What an id must look like, in words for an error message. */
    public static final String EXPECTED = "branch, period and version, such as 440703006101-2026-03-1";

    private static final Pattern SHAPE =
            Pattern.compile("([0-9]{12})-((?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2]))-([1-9][0-9]{0,5})");

    /** The id that the text writes, or nothing. */
    public static Optional<StatementId> parse(@Nullable String text) {
        Matcher parts = SHAPE.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new StatementId(
                        UnitCode.of(parts.group(1)), YearMonth.parse(parts.group(2)), Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    /** An answer kept under its {@code Idempotency-Key} is read back. */
    @JsonCreator
    static StatementId read(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not " + EXPECTED));
    }

    @JsonValue
    @Override
    public String toString() {
        return unit + "-" + period + "-" + version;
    }
}
