/** What every request passes first: who asks, how often, how large, in what shape. */
@NullMarked
package org.linli.gateway.edge;

import org.jspecify.annotations.NullMarked;
