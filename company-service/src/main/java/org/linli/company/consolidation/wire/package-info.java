/** This role's own tolerant reading of the events it lives on. */
@NullMarked
package org.linli.company.consolidation.wire;

import org.jspecify.annotations.NullMarked;
