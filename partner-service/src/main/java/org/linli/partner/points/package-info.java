/** Points: what volunteering earns, services cost and misconduct loses, kept as exactly as money. */
@NullMarked
package org.linli.partner.points;

import org.jspecify.annotations.NullMarked;
