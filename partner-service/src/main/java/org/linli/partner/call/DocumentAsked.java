package org.linli.partner.call;

/** A document that a proposal brings along, or has to. */
public record DocumentAsked(String code, String name, boolean required) {}
