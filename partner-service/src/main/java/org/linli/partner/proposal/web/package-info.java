/** Proposals over HTTP. */
@NullMarked
package org.linli.partner.proposal.web;

import org.jspecify.annotations.NullMarked;
