package org.linli.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The issuer's published keys. They are fetched when an unknown one is named, at most once a second, and kept while the
 * issuer cannot be reached: who is signed in stays so.
 */
class IssuerKeys {

    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
    private static final long BETWEEN_FETCHES = Duration.ofSeconds(1).toNanos();

    private final String address;
    private final Consumer<Set<String>> withdrawn;
    private final HttpClient http;
    private final AtomicReference<@Nullable Mono<Map<String, JWK>>> underWay = new AtomicReference<>();
    private volatile Map<String, JWK> keys = Map.of();
    private volatile boolean unreachable;
    private volatile long lastFetch = System.nanoTime() - BETWEEN_FETCHES;

    /** @param withdrawn told the ids whose key is gone or another one now, whoever's question brought that to light */
    IssuerKeys(String address, Consumer<Set<String>> withdrawn) {
        this.address = address;
        this.withdrawn = withdrawn;
        this.http = HttpClient.create()
                .disableRetry(true)
                .responseTimeout(Duration.ofSeconds(3))
                .option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000);
    }

    /** The key of that id; empty when the issuer has none; an error when it is not known here and cannot be asked. */
    Mono<JWK> named(String id) {
        JWK known = keys.get(id);
        if (known != null) {
            return Mono.just(known);
        }
        if (System.nanoTime() - lastFetch < BETWEEN_FETCHES && underWay.get() == null) {
            return unreachable ? Mono.error(new IllegalStateException("asked in vain just now")) : Mono.empty();
        }
        return fetched().mapNotNull(fresh -> fresh.get(id));
    }

    /** Asks again; what fails is logged here and leaves the keys as they are. */
    Mono<Void> refreshed() {
        return fetched().then().onErrorComplete();
    }

    private Mono<Map<String, JWK>> fetched() {
        Mono<Map<String, JWK>> fresh = fetch().cache();
        Mono<Map<String, JWK>> running = underWay.compareAndExchange(null, fresh);
        return running == null ? fresh : running;
    }

    private Mono<Map<String, JWK>> fetch() {
        return http.get()
                .uri(address)
                .responseSingle((answer, body) -> answer.status().code() == 200
                        ? body.asString()
                        : Mono.error(new IllegalStateException("it answered " + answer.status())))
                .map(IssuerKeys::parsed)
                .doOnNext(this::keep)
                .doOnError(this::note)
                .doFinally(signal -> {
                    lastFetch = System.nanoTime();
                    underWay.set(null);
                });
    }

    private void keep(Map<String, JWK> fresh) {
        Map<String, JWK> before = keys;
        keys = fresh;
        unreachable = false;
        Set<String> gone = before.entrySet().stream()
                .filter(key -> !key.getValue().equals(fresh.get(key.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            withdrawn.accept(gone);
        }
    }

    /** Said once, not with every attempt. */
    private void note(Throwable error) {
        if (!unreachable) {
            log.warn("The issuer's keys at {} cannot be read: {}", address, error.toString());
        }
        unreachable = true;
    }

    private static Map<String, JWK> parsed(String json) {
        try {
            return JWKSet.parse(json).getKeys().stream()
                    .filter(key -> key.getKeyID() != null)
                    .collect(
                            Collectors.toUnmodifiableMap(JWK::getKeyID, Function.identity(), (first, second) -> first));
        } catch (ParseException e) {
            throw new IllegalStateException("it is no JWK set", e);
        }
    }
}
