package org.linli.samples.fund.web;

import org.linli.samples.fund.store.UnscopedRows;

import java.util.List;

/** A controller with its hands in the tables. */
public class RowReader {

    public List<String> read(UnscopedRows rows) {
        return rows.all();
    }
}
