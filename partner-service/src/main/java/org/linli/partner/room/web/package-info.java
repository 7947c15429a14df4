/** Rooms and bookings over HTTP. */
@NullMarked
package org.linli.partner.room.web;

import org.jspecify.annotations.NullMarked;
