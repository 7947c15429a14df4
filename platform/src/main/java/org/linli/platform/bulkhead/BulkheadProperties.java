package org.linli.platform.bulkhead;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;

/**
 * How much heavy work a process takes on.
 *
 * @param running of each kind at once
 * @param waiting of each kind in the queue; what comes beyond is refused
 * @param of other numbers for single kinds, by name
 */
@ConfigurationProperties("linli.bulkhead")
public record BulkheadProperties(
        @DefaultValue("2") int running,
        @DefaultValue("8") int waiting,
        @DefaultValue Map<String, Size> of) {

    public BulkheadProperties {
        of = Map.copyOf(of);
        new Size(running, waiting);
    }

    Size size(String name) {
        return of.getOrDefault(name, new Size(running, waiting));
    }

    /**
     * @param running at once, 1 or more
     * @param waiting in the queue, 0 or more
     */
    public record Size(
            @DefaultValue("2") int running,
            @DefaultValue("8") int waiting) {

        public Size {
            if (running < 1 || waiting < 0) {
                throw new IllegalArgumentException("linli.bulkhead: running from 1, waiting from 0");
            }
        }
    }
}
