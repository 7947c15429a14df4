/** Exact yuan: Joda-Money in Java, fen in tables, a decimal string on the wire. */
@NullMarked
package org.linli.platform.money;

import org.jspecify.annotations.NullMarked;
