/** Commands on proposals, one transaction each, and the ports to their tables. */
@NullMarked
package org.linli.partner.proposal.application;

import org.jspecify.annotations.NullMarked;
