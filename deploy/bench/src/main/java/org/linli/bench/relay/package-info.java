/** How near the outbox relay comes to what its database and its broker can do. */
@NullMarked
package org.linli.bench.relay;

import org.jspecify.annotations.NullMarked;
