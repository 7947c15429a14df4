/** The consolidation over HTTP: figures, lists, drill-down, export and rebuild. */
@NullMarked
package org.linli.company.consolidation.web;

import org.jspecify.annotations.NullMarked;
