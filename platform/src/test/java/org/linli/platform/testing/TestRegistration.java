package org.linli.platform.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.linli.platform.security.BasicCredentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the test issuer offers to machines, as a provider outside would: discovery, registration after RFC 7591, removal
 * after RFC 7592 and tokens by client credentials. The registrar is {@code linli-registrar} with
 * {@value #REGISTRARS_SECRET}.
 */
public final class TestRegistration {

    /** How registrations are answered. */
    public enum Mode {
        WELL,
        /** Without an answer, and without a client. */
        DOWN,
        /** With a client that nobody hears of. */
        ANSWER_LOST
    }

    private record Client(String secret, String name, Set<String> scopes) {}

    /** Secrets of these characters only come through form-encoded. */
    private static final String REGISTRARS_SECRET = "a+b%41:c & 邻里";

    private static final String REGISTRAR = BasicCredentials.header("linli-registrar", REGISTRARS_SECRET);

    private final String address;
    private final Function<JWTClaimsSet, String> signer;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Set<String> initialTokens = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Mode> mode = new AtomicReference<>(Mode.WELL);

    TestRegistration(String address, Function<JWTClaimsSet, String> signer) {
        this.address = address;
        this.signer = signer;
    }

    /** From now on, for everybody: set it back. */
    public static void answers(Mode mode) {
        TestIssuer.running().registration().mode.set(mode);
    }

    /** Ids of the clients there are. */
    public static Set<String> clients() {
        return Set.copyOf(TestIssuer.running().registration().clients.keySet());
    }

    /** An access token as the client itself gets it. @param scopes none for all of its own */
    public static String token(String clientId, String secret, String... scopes) {
        String form = "grant_type=client_credentials"
                + (scopes.length == 0
                        ? ""
                        : "&scope=" + URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestIssuer.running().address() + "/oauth2/token"))
                .header("Authorization", BasicCredentials.header(clientId, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode token = JsonMapper.shared().readTree(answer.body()).path("access_token");
            if (answer.statusCode() != 200) {
                throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
            }
            return token.asString();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void serve(HttpServer server) {
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/oauth2/token", this::issue);
        server.createContext("/oauth2/register", this::register);
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer", address,
                        "token_endpoint", address + "/oauth2/token",
                        "registration_endpoint", address + "/oauth2/register"));
    }

    private void issue(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(body(exchange));
        String authorization = header(exchange);
        if (REGISTRAR.equals(authorization) && "client.create".equals(form.get("scope"))) {
            String token = UUID.randomUUID().toString();
            initialTokens.add(token);
            answer(exchange, 200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", 300));
            return;
        }
        for (var client : clients.entrySet()) {
            Set<String> granted = granted(form, client.getValue());
            if (BasicCredentials.header(client.getKey(), client.getValue().secret())
                            .equals(authorization)
                    && !granted.isEmpty()) {
                String token = signer.apply(claims(client.getKey(), client.getValue(), granted));
                answer(exchange, 200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", 300));
                return;
            }
        }
        answer(exchange, 401, Map.of("error", "invalid_client"));
    }

    private void register(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/oauth2/register".length());
        if (id.length() > 1) {
            remove(exchange, id.substring(1));
            return;
        }
        JsonNode asked = JsonMapper.shared().readTree(body(exchange));
        if (mode.get() == Mode.DOWN) {
            exchange.close();
            return;
        }
        if (!initialTokens.remove(header(exchange).replace("Bearer ", ""))) {
            answer(exchange, 401, Map.of("error", "invalid_token"));
            return;
        }
        String clientId = "client-" + UUID.randomUUID();
        Client client = new Client(
                UUID.randomUUID() + "+%25:&é 里",
                asked.path("client_name").asString(),
                Set.of(asked.path("scope").asString().split(" ")));
        clients.put(clientId, client);
        if (mode.get() == Mode.ANSWER_LOST) {
            exchange.close();
            return;
        }
        answer(
                exchange,
                201,
                Map.of(
                        "client_id",
                        clientId,
                        "client_secret",
                        client.secret(),
                        "client_secret_expires_at",
                        0,
                        "registration_client_uri",
                        address + "/oauth2/register/" + clientId,
                        "registration_access_token",
                        "remove-" + clientId));
    }

    private void remove(HttpExchange exchange, String id) throws IOException {
        boolean may =
                "DELETE".equals(exchange.getRequestMethod()) && header(exchange).equals("Bearer remove-" + id);
        if (may) {
            clients.remove(id);
        }
        try (exchange) {
            exchange.sendResponseHeaders(may ? 204 : 401, -1);
        }
    }

    private JWTClaimsSet claims(String id, Client client, Set<String> scopes) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address)
                .audience("linli")
                .subject(id)
                .claim("client_id", id)
                .claim("name", client.name())
                .claim("roles", List.of("partner"))
                .claim("units", List.of())
                .claim("scope", List.copyOf(scopes))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build();
    }

    private static Set<String> granted(Map<String, String> form, Client client) {
        if (!form.containsKey("scope")) {
            return client.scopes();
        }
        Set<String> asked = Set.of(form.get("scope").split(" "));
        return client.scopes().containsAll(asked) ? asked : Set.of();
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String header(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return authorization == null ? "" : authorization;
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        try (exchange) {
            byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
