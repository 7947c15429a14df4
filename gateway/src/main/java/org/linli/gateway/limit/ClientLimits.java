package org.linli.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** A bucket of requests for each client, in memory and bounded in number. */
@Component
public class ClientLimits {

    private final long burst;
    private final long anonymousBurst;
    private final LoadingCache<String, Bucket> subjects;
    private final LoadingCache<String, Bucket> addresses;

    public ClientLimits(LimitProperties properties) {
        this.burst = properties.burst();
        this.anonymousBurst = properties.anonymousBurst();
        this.subjects = buckets(properties.clients(), properties.perSecond(), burst);
        this.addresses = buckets(properties.clients(), properties.anonymousPerSecond(), anonymousBurst);
    }

    public Allowance askForSubject(String subject) {
        return Allowance.of(subjects.get(subject), burst);
    }

    public Allowance askForAddress(String address) {
        return Allowance.of(addresses.get(address), anonymousBurst);
    }

    private static LoadingCache<String, Bucket> buckets(long clients, long perSecond, long burst) {
        // A bucket that had time to fill up is as good as a new one.
        Duration full = Duration.ofSeconds(Math.max(1, burst / perSecond + 1));
        return Caffeine.newBuilder()
                .maximumSize(clients)
                .expireAfterAccess(full.plusMinutes(1))
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
