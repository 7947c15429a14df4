/** Kills parts in the middle of work, starts them again, and checks that nothing was lost or doubled. */
@NullMarked
package org.linli.local.chaos;

import org.jspecify.annotations.NullMarked;
