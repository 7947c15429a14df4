package org.linli.partner.matching;

/** A fact that was found, what it counts, and how it is said. */
public record Reason(Fact fact, int points, String zh, String en) {}
