package org.linli.platform.testing.architecture.violations.one.web;

import org.linli.platform.testing.architecture.violations.two.web.View;

public class Borrower {

    View view;
}
