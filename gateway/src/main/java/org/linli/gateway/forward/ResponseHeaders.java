package org.linli.gateway.forward;

import io.netty.handler.codec.http.HttpHeaders;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Passes a part's answer headers on, except those of its connection and what the gateway says itself. */
final class ResponseHeaders {

    private static final Set<String> DROPPED = Set.of(
            "connection",
            "content-security-policy",
            "keep-alive",
            "proxy-authenticate",
            "ratelimit",
            "ratelimit-limit",
            "ratelimit-policy",
            "ratelimit-remaining",
            "ratelimit-reset",
            "referrer-policy",
            "server",
            "strict-transport-security",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-content-type-options",
            "x-correlation-id",
            "x-frame-options");

    private ResponseHeaders() {}

    static void pass(HttpHeaders from, org.springframework.http.HttpHeaders to) {
        for (Iterator<Map.Entry<CharSequence, CharSequence>> headers = from.iteratorCharSequence();
                headers.hasNext(); ) {
            Map.Entry<CharSequence, CharSequence> header = headers.next();
            String name = header.getKey().toString();
            if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                to.add(name, header.getValue().toString());
            }
        }
    }
}
