/** Which failures pass by themselves, and which come back however often the same is tried. */
@NullMarked
package org.linli.platform.failure;

import org.jspecify.annotations.NullMarked;
