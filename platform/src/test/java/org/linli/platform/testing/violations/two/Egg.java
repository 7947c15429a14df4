package org.linli.platform.testing.violations.two;

import org.linli.platform.testing.violations.one.Chicken;

public class Egg {

    Chicken chicken;
}
