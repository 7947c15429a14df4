/** What a request may cost before any of it is worked on: bytes, time to arrive, items of a list. */
@NullMarked
package org.linli.platform.bounds;

import org.jspecify.annotations.NullMarked;
