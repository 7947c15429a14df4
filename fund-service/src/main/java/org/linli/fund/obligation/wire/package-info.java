/** Events of obligations, and this service's own reading of accepted statements. */
@NullMarked
package org.linli.fund.obligation.wire;

import org.jspecify.annotations.NullMarked;
