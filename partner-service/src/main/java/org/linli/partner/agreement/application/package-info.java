/** Carries out commands on agreements; the ports to their tables. */
@NullMarked
package org.linli.partner.agreement.application;

import org.jspecify.annotations.NullMarked;
