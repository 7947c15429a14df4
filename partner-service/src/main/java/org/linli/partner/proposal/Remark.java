package org.linli.partner.proposal;

/** What is to be changed. @param field by its name on the wire */
public record Remark(String field, String remark) {}
