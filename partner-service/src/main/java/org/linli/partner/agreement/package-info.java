/** Agreements: terms as data, signed by both parties, amended as versions, ended with a settlement; and whether their promises are kept. */
@NullMarked
package org.linli.partner.agreement;

import org.jspecify.annotations.NullMarked;
