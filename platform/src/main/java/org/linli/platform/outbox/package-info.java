/** Events leave with the transaction that made them: table, relay and its lease. */
@NullMarked
package org.linli.platform.outbox;

import org.jspecify.annotations.NullMarked;
