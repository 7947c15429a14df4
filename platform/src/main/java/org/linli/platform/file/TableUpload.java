package org.linli.platform.file;

import org.jspecify.annotations.Nullable;
import org.linli.platform.csv.CsvTable;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.TextGuard;
import org.linli.platform.sheet.SheetTable;
import org.linli.platform.table.Table;
import org.linli.platform.table.TableFault;
import org.linli.platform.table.TableRow;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A table sent as the body of a request: CSV (RFC 4180, UTF-8 with or without BOM) or xlsx, by its content type. */
public final class TableUpload {

    /** The content types that a route with such a body consumes. */
    public static final String CSV = "text/csv";

    private final TableFormat format;
    private final byte[] bytes;

    private TableUpload(TableFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    public static TableUpload of(ServerHttpRequest request, byte[] body) {
        MediaType type = request.getHeaders().getContentType();
        if (TableFormat.XLSX.type().isCompatibleWith(type)) {
            return new TableUpload(TableFormat.XLSX, body);
        }
        checkCharset(type);
        return new TableUpload(TableFormat.CSV, body);
    }

    /** What must be the same when a command is sent again under its key: the file, to the byte. */
    public String payload() {
        return switch (format) {
            case CSV -> new String(bytes, StandardCharsets.UTF_8);
            case XLSX -> digest();
        };
    }

    /**
     * All rows, also those that cannot be read.
     *
     * @param most rows that are taken; a longer file is refused before its rows are looked at
     * @throws org.linli.platform.problem.ProblemException (422) where the file as a whole is no such table
     */
    public List<TableRow> rows(List<String> columns, int most) {
        try (Table table = open(columns)) {
            List<TableRow> rows = new ArrayList<>();
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                if (rows.size() == most) {
                    throw unreadable("body", "is too long", "up to " + most + " rows");
                }
                rows.add(row.get());
            }
            return rows;
        } catch (TableFault fault) {
            throw fault.ofHeader()
                    ? unreadable("header", String.valueOf(fault.getMessage()), "exactly " + columns + " in any order")
                    : unreadable("body", String.valueOf(fault.getMessage()), fault.expected());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Table open(List<String> columns) throws IOException {
        return switch (format) {
            case XLSX -> SheetTable.open(bytes, columns);
            case CSV -> {
                checkNul();
                yield CsvTable.open(() -> new ByteArrayInputStream(bytes), columns);
            }
        };
    }

    private void checkNul() {
        for (byte each : bytes) {
            if (each == 0) {
                throw unreadable("body", "holds NUL", TextGuard.EXPECTED);
            }
        }
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void checkCharset(@Nullable MediaType type) {
        if (type != null && type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw unreadable("Content-Type", "names " + type.getCharset(), "text/csv;charset=UTF-8, and a file in it");
        }
    }

    private static RuntimeException unreadable(String field, String reason, String expected) {
        return Problem.invalid("The file cannot be read")
                .field(field, reason, expected)
                .exception();
    }
}
