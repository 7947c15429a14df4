package org.linli.partner.access;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * A credential with what its machine signs in by.
 *
 * @param clientSecret given this once; absent when the same command is sent again
 */
@Schema(name = "IssuedCredential")
record IssuedCredential(
        Credential credential,
        @Schema(example = "jYk3Zb0mPq5v8Xw2") String clientId,

        @Schema(example = "s3Rk…", description = "Given this once and kept nowhere; lost, rotate") @Nullable
        String clientSecret,

        @Schema(example = "http://127.0.0.1:8090/oauth2/token")
        URI tokenEndpoint) {

    /** Secrets must not reach a log. */
    @Override
    public String toString() {
        return "IssuedCredential[" + clientId + "]";
    }
}
