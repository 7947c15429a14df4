/** Turnover reports in the database. */
@NullMarked
package org.linli.partner.share.store;

import org.jspecify.annotations.NullMarked;
