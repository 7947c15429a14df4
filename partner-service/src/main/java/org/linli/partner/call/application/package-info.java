/** Commands on open calls, one transaction each, and the ports to their tables. */
@NullMarked
package org.linli.partner.call.application;

import org.jspecify.annotations.NullMarked;
