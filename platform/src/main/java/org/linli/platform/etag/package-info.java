/** Conditional requests on versioned things: {@code ETag}, {@code If-None-Match} and {@code If-Match}. */
@NullMarked
package org.linli.platform.etag;

import org.jspecify.annotations.NullMarked;
