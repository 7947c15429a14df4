/** One correlation id from the request through events and logs. */
@NullMarked
package org.linli.platform.correlation;

import org.jspecify.annotations.NullMarked;
