/** A command sent twice acts once: key, payload hash and answer live in the transaction. */
@NullMarked
package org.linli.platform.idempotency;

import org.jspecify.annotations.NullMarked;
