/** Revenue statements: a branch's month, submitted, accepted or returned, superseded by corrections. */
@NullMarked
package org.linli.company.statement;

import org.jspecify.annotations.NullMarked;
