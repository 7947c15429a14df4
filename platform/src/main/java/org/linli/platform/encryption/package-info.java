/** Personal data in tables: sealed field by field, found again by a blind index, never readable without the keys. */
@NullMarked
package org.linli.platform.encryption;

import org.jspecify.annotations.NullMarked;
