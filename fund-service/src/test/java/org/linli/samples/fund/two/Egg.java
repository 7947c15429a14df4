package org.linli.samples.fund.two;

import org.linli.samples.fund.one.Chicken;

/** Comes from a chicken. */
public record Egg(Chicken from) {}
