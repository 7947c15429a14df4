/** Fundings over HTTP. */
@NullMarked
package org.linli.fund.funding.web;

import org.jspecify.annotations.NullMarked;
