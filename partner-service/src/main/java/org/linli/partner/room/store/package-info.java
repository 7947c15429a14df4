/** Rooms, bookings and waiting lists in their tables. */
@NullMarked
package org.linli.partner.room.store;

import org.jspecify.annotations.NullMarked;
