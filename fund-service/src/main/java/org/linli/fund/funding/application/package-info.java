/** Booking a funding and taking one back: obligation, journal, event and idempotency in one transaction. */
@NullMarked
package org.linli.fund.funding.application;

import org.jspecify.annotations.NullMarked;
