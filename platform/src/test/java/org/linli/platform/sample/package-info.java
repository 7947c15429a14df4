/** A small service that uses all of the platform, and beside it one that does everything wrong. */
@NullMarked
package org.linli.platform.sample;

import org.jspecify.annotations.NullMarked;
