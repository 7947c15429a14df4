/** Double entry: every entry balances, nothing is ever changed, a sub-account for each branch. */
@NullMarked
package org.linli.fund.ledger;

import org.jspecify.annotations.NullMarked;
