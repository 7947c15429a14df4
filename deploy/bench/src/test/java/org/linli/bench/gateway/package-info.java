/** The load generators against a real server. */
package org.linli.bench.gateway;
