package org.linli.samples.fund.web;

/** A tenth and two tenths make more than three tenths. */
public record FloatingView(double owed) {}
