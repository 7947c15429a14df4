/** Return policies over HTTP. */
@NullMarked
package org.linli.fund.policy.web;

import org.jspecify.annotations.NullMarked;
