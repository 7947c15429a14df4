/** How many requests one client may make. */
@NullMarked
package org.linli.gateway.limit;

import org.jspecify.annotations.NullMarked;
