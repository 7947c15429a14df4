/** How a request reaches its part and the answer its client: one hop, one copy of the headers, one loop. */
@NullMarked
package org.linli.gateway.forward;

import org.jspecify.annotations.NullMarked;
