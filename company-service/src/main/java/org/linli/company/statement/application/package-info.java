/** Commands on statements, one transaction each. */
@NullMarked
package org.linli.company.statement.application;

import org.jspecify.annotations.NullMarked;
