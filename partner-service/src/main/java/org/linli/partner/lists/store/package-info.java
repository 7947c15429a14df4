/** The three lists in PostgreSQL. */
@NullMarked
package org.linli.partner.lists.store;

import org.jspecify.annotations.NullMarked;
