/** Errors as RFC 9457 problems that name the field, what is wrong and what would be right. */
@NullMarked
package org.linli.platform.problem;

import org.jspecify.annotations.NullMarked;
