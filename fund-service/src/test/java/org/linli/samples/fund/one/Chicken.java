package org.linli.samples.fund.one;

import org.linli.samples.fund.two.Egg;

/** Comes from an egg. */
public record Chicken(Egg from) {}
