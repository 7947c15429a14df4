package org.linli.partner.access;

import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What can be wrong with credentials and their use, as partners and their machines are told. */
final class AccessProblems {

    private AccessProblems() {}

    static RuntimeException notFound() {
        return Problem.notFound("The credential").exception();
    }

    static RuntimeException tooMany() {
        return Problem.conflict("too-many-credentials", "There are as many credentials or clients as there may be")
                .detail("At most " + Credentials.MOST + " credentials of a partner and " + Credentials.MOST_CLIENTS
                        + " clients of one: revoke one, or wait until one retires.")
                .exception();
    }

    static RuntimeException revoked() {
        return Problem.conflict("credential-revoked", "The credential was revoked")
                .detail("Issue another one.")
                .exception();
    }

    static RuntimeException notOffered() {
        return Problem.conflict("credentials-not-offered", "No credentials are issued here")
                .detail("This installation names no registrar at its identity provider.")
                .exception();
    }

    /** The provider is down, or somebody asks it for the same client right now. */
    static RuntimeException later() {
        return Problem.of(
                        "unavailable",
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The identity provider has not registered the client yet")
                .detail("Send the same again after Retry-After, with the same Idempotency-Key: it goes on from here.")
                .exception();
    }

    static Problem ended() {
        return Problem.of("credential-ended", HttpStatus.UNAUTHORIZED, "This credential is not taken any more")
                .detail("It was revoked, or another client has taken its place. See GET /api/partner/credentials.")
                .field("Authorization", "token of a client that has ended", "a token of a client that is active");
    }
}
