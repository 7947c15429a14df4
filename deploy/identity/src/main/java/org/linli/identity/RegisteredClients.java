package org.linli.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The clients that were registered, in a file that only its owner may read; of their secrets it holds hashes alone. */
class RegisteredClients {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a partner's machines come to is far less; the memory is for more. */
    private static final int MOST = 5_000;

    private final Path file;
    private final Duration tokenLifetime;
    private final Map<String, RegisteredClient> byClientId;

    /** @param file made with the first client */
    RegisteredClients(Path file, Duration tokenLifetime) {
        this.file = file.toAbsolutePath();
        this.tokenLifetime = tokenLifetime;
        this.byClientId = read();
    }

    /** Refused where there are as many as there is room for. */
    synchronized void add(RegisteredClient client) {
        if (byClientId.size() >= MOST) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, "too many clients are registered", null));
        }
        byClientId.put(client.getClientId(), client);
        write();
    }

    /** Whether it was there. */
    synchronized boolean remove(String clientId) {
        if (byClientId.remove(clientId) == null) {
            return false;
        }
        write();
        return true;
    }

    synchronized @Nullable RegisteredClient ofClientId(String clientId) {
        return byClientId.get(clientId);
    }

    synchronized @Nullable RegisteredClient ofId(String id) {
        return byClientId.values().stream()
                .filter(client -> client.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Map<String, RegisteredClient> read() {
        if (!Files.exists(file)) {
            return new LinkedHashMap<>();
        }
        return Arrays.stream(JSON.readValue(file, Kept[].class))
                .map(kept -> kept.client(tokenLifetime))
                .collect(Collectors.toMap(
                        RegisteredClient::getClientId, client -> client, (a, b) -> b, LinkedHashMap::new));
    }

    private void write() {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "a directory"));
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "clients",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(fresh, byClientId.values().stream().map(Kept::of).toList());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the registered clients in " + file, e);
        }
    }

    /** @param secret hashed */
    private record Kept(
            String id,
            String clientId,
            String name,
            String secret,
            List<String> methods,
            Set<String> scopes,
            long issuedAt) {

        static Kept of(RegisteredClient client) {
            return new Kept(
                    client.getId(),
                    client.getClientId(),
                    client.getClientName(),
                    Objects.requireNonNull(client.getClientSecret(), "machines have a secret"),
                    client.getClientAuthenticationMethods().stream()
                            .map(ClientAuthenticationMethod::getValue)
                            .toList(),
                    client.getScopes(),
                    Objects.requireNonNullElse(client.getClientIdIssuedAt(), Instant.EPOCH)
                            .getEpochSecond());
        }

        RegisteredClient client(Duration tokenLifetime) {
            return RegisteredClient.withId(id)
                    .clientId(clientId)
                    .clientName(name)
                    .clientSecret(secret)
                    .clientIdIssuedAt(Instant.ofEpochSecond(issuedAt))
                    .clientAuthenticationMethods(
                            all -> methods.forEach(method -> all.add(ClientAuthenticationMethod.valueOf(method))))
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scopes(all -> all.addAll(scopes))
                    .tokenSettings(TokenSettings.builder()
                            .accessTokenTimeToLive(tokenLifetime)
                            .build())
                    .build();
        }
    }
}
