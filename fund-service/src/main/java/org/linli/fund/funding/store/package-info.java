/** Fundings in PostgreSQL. */
@NullMarked
package org.linli.fund.funding.store;

import org.jspecify.annotations.NullMarked;
