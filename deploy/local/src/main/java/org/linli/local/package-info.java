/** The suite on one machine behind {@code ./linli}: its commands, one class each. */
@NullMarked
package org.linli.local;

import org.jspecify.annotations.NullMarked;
