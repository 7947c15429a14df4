package org.linli.platform.paging;

import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where a page begins: the sort key of the last row of the page before, in its parts. A part that is not of the type asked
 * for was never given out, and is a 400.
 */
final class Position {

    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PERIOD = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern CODE = Pattern.compile("[0-9]{0,12}");

    private final List<String> parts;

    Position(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    /** As it was written; any text but NUL, which no table holds. */
    String text(int part) {
        String text = parts.get(part);
        if (text.indexOf('\0') >= 0) {
            throw notOfThisList();
        }
        return text;
    }

    long number(int part) {
        return read(part, NUMBER, Long::parseLong);
    }

    int integer(int part) {
        long number = number(part);
        if (number != (int) number) {
            throw notOfThisList();
        }
        return (int) number;
    }

    UUID id(int part) {
        return read(part, ID, UUID::fromString);
    }

    LocalDate day(int part) {
        return read(part, DAY, LocalDate::parse);
    }

    YearMonth period(int part) {
        return read(part, PERIOD, YearMonth::parse);
    }

    /** A unit's code, or its first digits. */
    String code(int part) {
        return read(part, CODE, code -> code);
    }

    private <T> T read(int part, Pattern shape, Function<String, T> form) {
        String text = parts.get(part);
        try {
            if (shape.matcher(text).matches()) {
                return form.apply(text);
            }
        } catch (NumberFormatException | DateTimeParseException notOne) {
            throw notOfThisList();
        }
        throw notOfThisList();
    }

    static RuntimeException notOfThisList() {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The page cannot be read")
                .field(
                        "cursor",
                        "not a cursor of this list with this order and these filters",
                        "the value of 'next' of the page before, unchanged, with the same parameters")
                .exception();
    }
}
