/** The three lists over HTTP. */
@NullMarked
package org.linli.partner.lists.web;

import org.jspecify.annotations.NullMarked;
