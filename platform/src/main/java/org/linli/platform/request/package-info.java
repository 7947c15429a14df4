/** Reads what a caller states, in bodies and in queries, with the same words for the same mistake. */
@NullMarked
package org.linli.platform.request;

import org.jspecify.annotations.NullMarked;
