/** The gateway's own errors as RFC 9457 problems; those of the services pass unchanged. */
@NullMarked
package org.linli.gateway.problem;

import org.jspecify.annotations.NullMarked;
