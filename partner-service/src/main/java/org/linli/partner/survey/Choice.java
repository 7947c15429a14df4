package org.linli.partner.survey;

/** What can be ticked. */
public record Choice(String code, String text) {}
