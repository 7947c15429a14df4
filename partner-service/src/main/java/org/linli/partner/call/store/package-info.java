/** Open calls in PostgreSQL. */
@NullMarked
package org.linli.partner.call.store;

import org.jspecify.annotations.NullMarked;
