/** The six processes of the suite: started side by side, found again by pid file, ended in order. */
@NullMarked
package org.linli.local.suite;

import org.jspecify.annotations.NullMarked;
