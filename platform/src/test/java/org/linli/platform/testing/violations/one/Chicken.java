package org.linli.platform.testing.violations.one;

import org.linli.platform.testing.violations.two.Egg;

public class Chicken {

    Egg egg;
}
