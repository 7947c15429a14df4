package org.linli.platform.csv;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.TextGuard;
import org.linli.platform.text.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table sent as the body of a request (RFC 4180, UTF-8 with or without BOM, header row). */
public final class CsvUpload {

    private CsvUpload() {}

    /**
     * All rows, also those that cannot be read.
     *
     * @param most rows that are taken; a longer file is refused before its rows are looked at
     * @throws org.linli.platform.problem.ProblemException (422) where the file as a whole is no such table
     */
    public static List<CsvRow> rows(ServerHttpRequest request, String file, List<String> columns, int most) {
        checkCharset(request.getHeaders().getContentType());
        if (!TextGuard.isClean(file)) {
            throw unreadable("body", "holds NUL", TextGuard.EXPECTED);
        }
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        try (CsvTable table = CsvTable.open(() -> new ByteArrayInputStream(bytes), columns)) {
            List<CsvRow> rows = new ArrayList<>();
            for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
                if (rows.size() == most) {
                    throw unreadable("body", "is too long", "up to " + most + " rows");
                }
                rows.add(row.get());
            }
            return rows;
        } catch (CsvFault fault) {
            throw fault.ofHeader()
                    ? unreadable("header", String.valueOf(fault.getMessage()), "exactly " + columns + " in any order")
                    : unreadable("body", String.valueOf(fault.getMessage()), "UTF-8 text as a whole");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void checkCharset(@Nullable MediaType type) {
        if (type != null && type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw unreadable("Content-Type", "names " + type.getCharset(), "text/csv;charset=UTF-8, and a file in it");
        }
    }

    public static RuntimeException unreadable(String field, String reason, String expected) {
        return Problem.invalid("The file cannot be read")
                .field(field, reason, expected)
                .exception();
    }

    /** Of a row that cannot be read. */
    public static FieldError broken(CsvRow row) {
        return row.column().isEmpty()
                ? new FieldError(
                        "row", row.fault(), "a value a column, quoted where it has a comma, a quote or a line break")
                : new FieldError(row.column(), row.fault(), Texts.EXPECTED);
    }
}
