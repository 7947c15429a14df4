package org.linli.platform.testing.violations.web;

import org.linli.platform.testing.violations.store.Rows;

public class RowReader {

    Rows rows;
}
