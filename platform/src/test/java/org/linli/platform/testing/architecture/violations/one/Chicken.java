package org.linli.platform.testing.architecture.violations.one;

import org.linli.platform.testing.architecture.violations.two.Egg;

public class Chicken {

    Egg egg;
}
