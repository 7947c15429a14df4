package org.linli.gateway.forward;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.linli.gateway.edge.Client;
import org.linli.gateway.edge.Correlation;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a part is told about a request beside its own headers: the correlation id and the client as the gateway saw it.
 * Headers of one connection, and any that claim to come from a proxy, are not passed on.
 */
final class RequestHeaders {

    /** RFC 9110, section 7.6.1, and what people use to claim another address, host, path or method. */
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "true-client-ip",
            "upgrade",
            "http2-settings",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-correlation-id",
            "x-original-url",
            "x-real-ip",
            "x-rewrite-url");

    private static final String METHOD_OVERRIDE = "x-http-method-override";

    /** The one route whose protocol (tus 1.0) has another method named in a header; nowhere else is it passed on. */
    private static final String UPLOAD = "/api/partner/uploads/";

    private RequestHeaders() {}

    static void pass(HttpHeaders from, HttpHeaders to, String path, Client client, String correlationId) {
        Set<String> named = namedByConnection(from);
        for (Iterator<Map.Entry<CharSequence, CharSequence>> headers = from.iteratorCharSequence();
                headers.hasNext(); ) {
            Map.Entry<CharSequence, CharSequence> header = headers.next();
            String name = header.getKey().toString().toLowerCase(Locale.ROOT);
            boolean passed = name.equals(METHOD_OVERRIDE) ? path.startsWith(UPLOAD) : !DROPPED.contains(name);
            if (passed && !name.startsWith("x-forwarded-") && !named.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
        to.set("X-Forwarded-For", client.address());
        to.set("X-Forwarded-Proto", client.scheme());
        String host = from.get(HttpHeaderNames.HOST);
        if (host != null) {
            to.set("X-Forwarded-Host", host);
        }
        to.set(Correlation.HEADER, correlationId);
    }

    /** {@code Connection: X-Secret} makes X-Secret a header of this connection only. */
    private static Set<String> namedByConnection(HttpHeaders from) {
        if (!from.contains(HttpHeaderNames.CONNECTION)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : from.getAll(HttpHeaderNames.CONNECTION)) {
            for (String name : line.split(",")) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
