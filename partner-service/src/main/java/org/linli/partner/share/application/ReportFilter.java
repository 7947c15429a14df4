package org.linli.partner.share.application;

/**
 * Which reports a caller asks for. Empty text asks for any.
 *
 * @param within prefix of unit codes
 * @param agreement id
 */
public record ReportFilter(String within, String agreement, String period, String state) {}
