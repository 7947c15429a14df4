/** Revenue entries: what a branch earned, one by one; numbers unique for ever, content never changed. */
@NullMarked
package org.linli.company.entry;

import org.jspecify.annotations.NullMarked;
