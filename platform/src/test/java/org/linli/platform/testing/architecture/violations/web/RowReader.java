package org.linli.platform.testing.architecture.violations.web;

import org.linli.platform.testing.architecture.violations.store.Rows;

public class RowReader {

    Rows rows;
}
