package org.linli.identity;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.net.http.HttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions are bounded, and only a sign-in makes one. */
@TestPropertySource(properties = "linli.identity.sessions=2")
class SessionLimitTest extends RunningIdentity {

    @Autowired
    SessionLimit limit;

    @Test
    void lets_nobody_more_sign_in_where_no_room_is_left_and_says_when_to_come_again() {
        new Browser(port).signIn("hq", "linli-demo");
        new Browser(port).signIn("city", "linli-demo");

        HttpResponse<String> third = new Browser(port).signIn("auditor", "linli-demo");

        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(limit.sessions().getActiveSessions()).isEqualTo(2);
        assertThat(new Browser(port).open("/login").statusCode()).isEqualTo(200);
        assertThat(clientCredentials("hq", "linli-demo").statusCode()).isEqualTo(200);
    }
}
