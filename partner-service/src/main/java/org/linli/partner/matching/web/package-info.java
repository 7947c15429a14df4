/** Matches over HTTP. */
@NullMarked
package org.linli.partner.matching.web;

import org.jspecify.annotations.NullMarked;
