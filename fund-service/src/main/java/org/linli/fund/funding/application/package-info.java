/** Booking a funding: obligation, journal, event and idempotency in one transaction. */
@NullMarked
package org.linli.fund.funding.application;

import org.jspecify.annotations.NullMarked;
