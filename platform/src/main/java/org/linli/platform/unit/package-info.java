/** Unit codes name every tier of the hierarchy; their prefixes are the scope of rights and the key of data. */
@NullMarked
package org.linli.platform.unit;

import org.jspecify.annotations.NullMarked;
