/** Ids as callers write them, and pages of lists in the order of ids. */
@NullMarked
package org.linli.partner.id;

import org.jspecify.annotations.NullMarked;
