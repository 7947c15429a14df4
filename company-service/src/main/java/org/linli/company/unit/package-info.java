/** The registry of units: every tier by its division code, branches with their class. */
@NullMarked
package org.linli.company.unit;

import org.jspecify.annotations.NullMarked;
