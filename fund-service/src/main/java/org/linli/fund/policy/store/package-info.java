/** Return policies in PostgreSQL. */
@NullMarked
package org.linli.fund.policy.store;

import org.jspecify.annotations.NullMarked;
