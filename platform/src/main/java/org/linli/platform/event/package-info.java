/** Domain events on Kafka as CloudEvents in binary mode. */
@NullMarked
package org.linli.platform.event;

import org.jspecify.annotations.NullMarked;
