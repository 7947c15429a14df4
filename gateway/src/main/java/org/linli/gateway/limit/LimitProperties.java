package org.linli.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one client may make. Known by its token a client counts as the token's subject, else as its address.
 *
 * @param perSecond requests a second in the long run, for a subject
 * @param burst requests at once after a rest, for a subject
 * @param anonymousPerSecond the same for an address without a (known) token
 * @param anonymousBurst the same for an address without a (known) token
 * @param clients how many clients are remembered; the longest unseen are forgotten first
 */
@ConfigurationProperties("linli.gateway.limit")
public record LimitProperties(
        @DefaultValue("2000") long perSecond,
        @DefaultValue("4000") long burst,
        @DefaultValue("200") long anonymousPerSecond,
        @DefaultValue("1000") long anonymousBurst,
        @DefaultValue("20000") long clients) {

    public LimitProperties {
        if (perSecond < 1 || burst < 1 || anonymousPerSecond < 1 || anonymousBurst < 1 || clients < 1) {
            throw new IllegalArgumentException("linli.gateway.limit.* must be 1 or more");
        }
    }
}
