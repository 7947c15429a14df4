/** Months of reporting and days, as they are written and as a range. */
@NullMarked
package org.linli.fund.period;

import org.jspecify.annotations.NullMarked;
