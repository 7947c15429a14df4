package org.linli.fund.compliance;

/** What the compliance view has a row for. */
public enum Grouping {
    BRANCH,
    STREET,
    DISTRICT,
    CITY,
    PERIOD,
    TOTAL
}
