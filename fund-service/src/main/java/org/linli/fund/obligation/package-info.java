/** What a branch owes to its residents for a period, by its accepted statements. */
@NullMarked
package org.linli.fund.obligation;

import org.jspecify.annotations.NullMarked;
