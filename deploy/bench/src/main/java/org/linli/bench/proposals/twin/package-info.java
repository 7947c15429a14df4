/** The submission of proposals once more: Spring MVC, virtual threads and JDBC on the same rules, tables and checks. */
@NullMarked
package org.linli.bench.proposals.twin;

import org.jspecify.annotations.NullMarked;
