/** Who a bearer token stands for, checked once and remembered until it ends. */
@NullMarked
package org.linli.gateway.token;

import org.jspecify.annotations.NullMarked;
