/** Files made from a seed and sums made of them by other means than the suite's, to compare with what it answers. */
@NullMarked
package org.linli.local.proof;

import org.jspecify.annotations.NullMarked;
