/** What comes of a command, as a value: the next state or the reason why not. Plain Java, for the domain. */
@NullMarked
package org.linli.platform.decision;

import org.jspecify.annotations.NullMarked;
