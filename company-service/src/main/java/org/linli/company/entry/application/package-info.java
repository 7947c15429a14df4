/** The one place where entries are written. */
@NullMarked
package org.linli.company.entry.application;

import org.jspecify.annotations.NullMarked;
