/** Events arrive once and in order: inbox rows and effect in one transaction. */
@NullMarked
package org.linli.platform.inbox;

import org.jspecify.annotations.NullMarked;
