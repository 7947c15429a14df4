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
    private final String policy;
    private final String anonymousPolicy;
    private final LoadingCache<String, Bucket> subjects;
    private final LoadingCache<String, Bucket> addresses;

    public ClientLimits(LimitProperties properties) {
        this.burst = properties.burst();
        this.anonymousBurst = properties.anonymousBurst();
        this.policy = policy("subject", burst, properties.perSecond());
        this.anonymousPolicy = policy("address", anonymousBurst, properties.anonymousPerSecond());
        this.subjects = buckets(properties.clients(), properties.perSecond(), burst);
        this.addresses = buckets(properties.clients(), properties.anonymousPerSecond(), anonymousBurst);
    }

    public Allowance askForSubject(String subject) {
        return Allowance.of(subjects.get(subject), policy, burst);
    }

    public Allowance askForAddress(String address) {
        return Allowance.of(addresses.get(address), anonymousPolicy, anonymousBurst);
    }

    /** So many requests in the seconds in which an empty bucket fills up. */
    private static String policy(String name, long burst, long perSecond) {
        return "\"" + name + "\";q=" + burst + ";w=" + Math.ceilDiv(burst, perSecond);
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
