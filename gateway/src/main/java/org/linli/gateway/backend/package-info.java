/** The parts of the suite behind the gateway: where they are, how long to wait for them, when to stop asking. */
@NullMarked
package org.linli.gateway.backend;

import org.jspecify.annotations.NullMarked;
