/** Agreements in the database. */
@NullMarked
package org.linli.partner.agreement.store;

import org.jspecify.annotations.NullMarked;
