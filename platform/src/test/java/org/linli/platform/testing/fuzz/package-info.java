/** Seeded nonsense against every operation of a service's own OpenAPI document. */
@NullMarked
package org.linli.platform.testing.fuzz;

import org.jspecify.annotations.NullMarked;
