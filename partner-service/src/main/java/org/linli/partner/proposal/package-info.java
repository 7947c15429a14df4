/** Proposals: what a partner offers to a call, versions and all, on its way to a decision. */
@NullMarked
package org.linli.partner.proposal;

import org.jspecify.annotations.NullMarked;
