/** Shares: the turnover that partners report, and the part of it that goes back to the branch. */
@NullMarked
package org.linli.partner.share;

import org.jspecify.annotations.NullMarked;
