package org.linli.fund.compliance;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the compliance view has a row for. */
@Schema(name = "Grouping")
public enum Grouping {
    BRANCH,
    STREET,
    DISTRICT,
    CITY,
    PERIOD,
    TOTAL
}
