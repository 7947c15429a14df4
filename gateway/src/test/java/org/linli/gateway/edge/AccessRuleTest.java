package org.linli.gateway.edge;

import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class AccessRuleTest {

    @Test
    void what_uploads_speak_is_told_without_a_token_and_nothing_else_of_them() {
        assertThat(AccessRule.of(
                        MockServerHttpRequest.options("/api/partner/uploads").build()))
                .isEqualTo(AccessRule.PUBLIC);
        assertThat(AccessRule.of(
                        MockServerHttpRequest.options("/api/partner/uploads/1").build()))
                .isEqualTo(AccessRule.PUBLIC);
        assertThat(AccessRule.of(
                        MockServerHttpRequest.post("/api/partner/uploads").build()))
                .isEqualTo(AccessRule.TOKEN);
        assertThat(AccessRule.of(
                        MockServerHttpRequest.options("/api/partner/uploadsx").build()))
                .isEqualTo(AccessRule.TOKEN);
        assertThat(AccessRule.of(
                        MockServerHttpRequest.options("/api/partner/documents").build()))
                .isEqualTo(AccessRule.TOKEN);
    }
}
