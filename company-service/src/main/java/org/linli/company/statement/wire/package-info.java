/** Statement events as the world sees them. */
@NullMarked
package org.linli.company.statement.wire;

import org.jspecify.annotations.NullMarked;
