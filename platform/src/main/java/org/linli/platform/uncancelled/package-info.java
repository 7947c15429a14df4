/** What is begun is done to its end, whoever stops listening: no hang-up or time-out reaches a transaction under way. */
@NullMarked
package org.linli.platform.uncancelled;

import org.jspecify.annotations.NullMarked;
