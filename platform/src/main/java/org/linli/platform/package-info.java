/** Technical ground floor of every service, without a domain noun but the unit code. */
@NullMarked
package org.linli.platform;

import org.jspecify.annotations.NullMarked;
