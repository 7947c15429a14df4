/** The journal and its balances in PostgreSQL. */
@NullMarked
package org.linli.fund.ledger.store;

import org.jspecify.annotations.NullMarked;
