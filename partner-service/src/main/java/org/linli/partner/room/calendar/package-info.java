/** Recurrence rules and iCalendar feeds, as RFC 5545 has them, and the public holidays of each year. */
@NullMarked
package org.linli.partner.room.calendar;

import org.jspecify.annotations.NullMarked;
