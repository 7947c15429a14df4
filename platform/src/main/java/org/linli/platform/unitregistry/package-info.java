/**
 * A service's own copy of the unit registry: the table {@code unit} of its database, kept by the events of
 * {@code linli.company.unit}, so that views can join names.
 */
@NullMarked
package org.linli.platform.unitregistry;

import org.jspecify.annotations.NullMarked;
