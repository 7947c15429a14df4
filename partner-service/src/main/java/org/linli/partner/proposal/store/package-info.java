/** Proposals in PostgreSQL. */
@NullMarked
package org.linli.partner.proposal.store;

import org.jspecify.annotations.NullMarked;
