/** Events of proposals as the world sees them. */
@NullMarked
package org.linli.partner.proposal.wire;

import org.jspecify.annotations.NullMarked;
