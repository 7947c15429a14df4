/** Obligations and their accruals in PostgreSQL, read and written as sets. */
@NullMarked
package org.linli.fund.obligation.store;

import org.jspecify.annotations.NullMarked;
