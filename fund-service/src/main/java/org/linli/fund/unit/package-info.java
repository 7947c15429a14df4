/** The local copy of the unit registry: names for the views, fed by events. */
@NullMarked
package org.linli.fund.unit;

import org.jspecify.annotations.NullMarked;
