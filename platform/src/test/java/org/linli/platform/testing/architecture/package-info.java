/** How every module is put together: one set of rules, each seen to fail on a sample that breaks it. */
@NullMarked
package org.linli.platform.testing.architecture;

import org.jspecify.annotations.NullMarked;
