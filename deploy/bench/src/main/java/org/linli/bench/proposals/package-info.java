/** Proposals by the hundred thousand: finding them, and handing them in. */
@NullMarked
package org.linli.bench.proposals;

import org.jspecify.annotations.NullMarked;
