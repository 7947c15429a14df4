/** Rooms of a branch, when they are open, who has booked them and who waits; the rules, without clock or I/O. */
@NullMarked
package org.linli.partner.room;

import org.jspecify.annotations.NullMarked;
