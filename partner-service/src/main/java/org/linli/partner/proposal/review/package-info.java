/** Review of proposals: conflicts of interest, scores by criterion, weighted rankings frozen by decisions. */
@NullMarked
package org.linli.partner.proposal.review;

import org.jspecify.annotations.NullMarked;
