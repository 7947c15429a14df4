package org.linli.partner.agreement;

/** What the share is a part of. */
public enum ShareBase {
    /** All that the partner took in. */
    TURNOVER,
    /** That less its direct cost; nothing where the cost is larger. */
    PROFIT
}
