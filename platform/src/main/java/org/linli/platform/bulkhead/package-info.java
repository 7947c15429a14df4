/** Heavy work: so much at once, a short queue, and beyond that an answer that says when to come again. */
@NullMarked
package org.linli.platform.bulkhead;

import org.jspecify.annotations.NullMarked;
