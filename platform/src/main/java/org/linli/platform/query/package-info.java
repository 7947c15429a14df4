/** What may stand behind the question mark of an address. */
@NullMarked
package org.linli.platform.query;

import org.jspecify.annotations.NullMarked;
