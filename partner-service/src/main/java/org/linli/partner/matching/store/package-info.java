/** Reads what can be matched, by index and within a street. */
@NullMarked
package org.linli.partner.matching.store;

import org.jspecify.annotations.NullMarked;
