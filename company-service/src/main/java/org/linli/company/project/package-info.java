/** Projects that a branch runs on a business line. */
@NullMarked
package org.linli.company.project;

import org.jspecify.annotations.NullMarked;
