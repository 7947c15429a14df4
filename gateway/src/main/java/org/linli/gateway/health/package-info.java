/** Which part of the suite is up, in words. */
@NullMarked
package org.linli.gateway.health;

import org.jspecify.annotations.NullMarked;
