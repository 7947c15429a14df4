package org.linli.partner.access;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A credential as its partner sees it: never with a secret. */
@Schema(name = "Credential")
record Credential(
        @Schema(example = "019a1c2e-7b40-7d11-9d5e-0c3f5a7b9e21")
        UUID id,

        @Schema(example = "预约系统一号机") String name,

        @Schema(example = "[\"proposals:read\", \"proposals:write\"]")
        List<String> scopes,

        @Schema(example = "true", description = "Whether what it does is kept apart and only tried out")
        boolean sandbox,

        State state,

        @Schema(description = "The newest first; one that retires is refused from then on")
        List<Client> clients,

        @Schema(example = "partner1") String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Schema(example = "1") long version) {

    @Schema(name = "CredentialState")
    enum State {
        /** The provider has not answered yet: send the command again with its key. */
        REQUESTED,
        ACTIVE,
        REVOKED
    }

    /** @param secretExpiresAt absent where the secret does not expire */
    @Schema(name = "CredentialClient")
    record Client(
            @Schema(example = "jYk3…") String clientId,
            Instant issuedAt,
            @Nullable Instant retiresAt,
            @Nullable Instant secretExpiresAt) {}
}
