/** Owed against funded, and the rate reached, by branch, street and period. */
@NullMarked
package org.linli.fund.compliance;

import org.jspecify.annotations.NullMarked;
