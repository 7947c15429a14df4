package org.linli.platform.testing.architecture.violations.two;

import org.linli.platform.testing.architecture.violations.one.Chicken;

public class Egg {

    Chicken chicken;
}
