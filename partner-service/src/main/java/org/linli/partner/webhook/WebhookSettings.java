package org.linli.partner.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * How webhooks are sent.
 *
 * @param allowInner whether targets on this machine or inside its network, and http, are allowed: for development alone
 * @param poll how long nothing is looked for once nothing was due
 * @param timeout for the whole of one attempt
 * @param lease after which an attempt that never reported is made again; longer than the time-out
 * @param retries waits after each failed attempt; after the last one the delivery is dead
 */
@ConfigurationProperties("linli.partner.webhook")
record WebhookSettings(
        @DefaultValue("false") boolean allowInner,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("60s") Duration lease,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h"})
        List<Duration> retries) {

    WebhookSettings {
        retries = List.copyOf(retries);
        if (lease.compareTo(timeout) <= 0) {
            throw new IllegalArgumentException("linli.partner.webhook.lease must be longer than .timeout");
        }
    }
}
