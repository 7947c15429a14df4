/** Turnover reports over HTTP. */
@NullMarked
package org.linli.partner.share.web;

import org.jspecify.annotations.NullMarked;
