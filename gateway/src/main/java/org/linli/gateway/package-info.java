/** The one door: checks, limits and forwards what comes from outside; keeps nothing. */
@NullMarked
package org.linli.gateway;

import org.jspecify.annotations.NullMarked;
