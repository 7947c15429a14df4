/** Open calls over HTTP. */
@NullMarked
package org.linli.partner.call.web;

import org.jspecify.annotations.NullMarked;
