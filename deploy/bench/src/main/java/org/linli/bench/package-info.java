/** Measured ratios: each part against its limit or its peers, in one run and on one machine. */
@NullMarked
package org.linli.bench;

import org.jspecify.annotations.NullMarked;
