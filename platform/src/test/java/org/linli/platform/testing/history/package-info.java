/**
 * Seeded units, entries and statements of the shapes seen in the field, with sums made a second time by plain
 * {@code BigDecimal}; free of Spring and of the services' own types, so that it can contradict them.
 */
@NullMarked
package org.linli.platform.testing.history;

import org.jspecify.annotations.NullMarked;
