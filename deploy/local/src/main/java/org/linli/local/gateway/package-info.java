/** Calls through the gateway with the rights of a person or machine, repeated safely until answered. */
@NullMarked
package org.linli.local.gateway;

import org.jspecify.annotations.NullMarked;
