/** Carries out commands on turnover reports; the ports to their tables. */
@NullMarked
package org.linli.partner.share.application;

import org.jspecify.annotations.NullMarked;
