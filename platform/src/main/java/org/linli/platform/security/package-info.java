/** Who calls, and what they may do: token, actor, roles and the guard before every route. */
@NullMarked
package org.linli.platform.security;

import org.jspecify.annotations.NullMarked;
