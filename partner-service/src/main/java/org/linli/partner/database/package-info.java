/** Columns that are never null, as the types of the domain. */
@NullMarked
package org.linli.partner.database;

import org.jspecify.annotations.NullMarked;
