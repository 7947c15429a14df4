package org.linli.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In a gateway's place: keeps the logout tokens that it is sent. */
final class LogoutReceiver {

    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    LogoutReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/backchannel-logout", this::keep);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/backchannel-logout";
    }

    /** What the tokens say, in their order. */
    List<JWTClaimsSet> claims() {
        return tokens.stream().map(LogoutReceiver::claims).toList();
    }

    String last() {
        return tokens.getLast();
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            tokens.add(URLDecoder.decode(form.replace("logout_token=", ""), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
