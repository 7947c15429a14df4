/** Events of open calls as the world sees them. */
@NullMarked
package org.linli.partner.call.wire;

import org.jspecify.annotations.NullMarked;
