/** The gateway against the service alone, a bare Spring Cloud Gateway and nginx. */
@NullMarked
package org.linli.bench.gateway;

import org.jspecify.annotations.NullMarked;
