/**
 * What every service's tests stand on: real PostgreSQL and Kafka, real tokens, the table of denials, the fuzzer,
 * fingerprints of a database and seeded histories with their independent sums.
 */
@NullMarked
package org.linli.platform.testing;

import org.jspecify.annotations.NullMarked;
