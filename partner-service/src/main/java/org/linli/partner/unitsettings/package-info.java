/** Rules that a tier sets for the units below it, by unit and time. */
@NullMarked
package org.linli.partner.unitsettings;

import org.jspecify.annotations.NullMarked;
