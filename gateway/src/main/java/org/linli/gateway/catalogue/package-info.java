/** The OpenAPI documents of all services in one place, ready to try out. */
@NullMarked
package org.linli.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
