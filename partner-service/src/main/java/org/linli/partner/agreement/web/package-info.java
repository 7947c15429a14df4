/** Agreements over HTTP. */
@NullMarked
package org.linli.partner.agreement.web;

import org.jspecify.annotations.NullMarked;
