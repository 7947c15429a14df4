/** Booking to the journal and reading the ledger. */
@NullMarked
package org.linli.fund.ledger.application;

import org.jspecify.annotations.NullMarked;
