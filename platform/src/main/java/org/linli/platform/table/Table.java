package org.linli.platform.table;

import java.io.Closeable;
import java.util.Optional;

/** The rows of a file, one after the other, empty ones passed over. */
public interface Table extends Closeable {

    /** The next row: its values by column, or why it cannot be read. */
    Optional<TableRow> next();
}
