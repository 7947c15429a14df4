/** What is done with rooms and bookings, inside one transaction each. */
@NullMarked
package org.linli.partner.room.application;

import org.jspecify.annotations.NullMarked;
