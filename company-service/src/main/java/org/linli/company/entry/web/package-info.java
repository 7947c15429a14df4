/** Entries over HTTP: one by one, in batches, as CSV files. */
@NullMarked
package org.linli.company.entry.web;

import org.jspecify.annotations.NullMarked;
