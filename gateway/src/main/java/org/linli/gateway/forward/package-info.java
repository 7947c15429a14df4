/** How a request reaches its part and the answer its client: what Spring Cloud Gateway is told about headers, loops and connections. */
@NullMarked
package org.linli.gateway.forward;

import org.jspecify.annotations.NullMarked;
