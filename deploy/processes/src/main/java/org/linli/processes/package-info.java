/** Real processes for tests and for the suite on one machine: PostgreSQL, Kafka and the way any process is started, found again and ended. */
@NullMarked
package org.linli.processes;

import org.jspecify.annotations.NullMarked;
