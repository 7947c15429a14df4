package org.linli.platform.file;

import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;

import java.util.Locale;

/** The form that a table has as a file. */
@Schema(name = "TableFormat")
public enum TableFormat {
    CSV(TableFormat.CSV_TYPE),
    XLSX(TableFormat.XLSX_TYPE);

    /** What an export of this form is sent as. */
    public static final String CSV_TYPE = "text/csv;charset=UTF-8";

    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MediaType type;

    TableFormat(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    MediaType type() {
        return type;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
