/** Accruing obligations from accepted statements, a batch in one transaction. */
@NullMarked
package org.linli.fund.obligation.application;

import org.jspecify.annotations.NullMarked;
