package org.linli.gateway.edge;

import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTest {

    @Test
    void what_uploads_speak_is_told_without_a_token_and_nothing_else_of_them() {
        assertThat(Access.of(
                        MockServerHttpRequest.options("/api/partner/uploads").build()))
                .isEqualTo(Access.PUBLIC);
        assertThat(Access.of(
                        MockServerHttpRequest.options("/api/partner/uploads/1").build()))
                .isEqualTo(Access.PUBLIC);
        assertThat(Access.of(MockServerHttpRequest.post("/api/partner/uploads").build()))
                .isEqualTo(Access.TOKEN);
        assertThat(Access.of(
                        MockServerHttpRequest.options("/api/partner/uploadsx").build()))
                .isEqualTo(Access.TOKEN);
        assertThat(Access.of(
                        MockServerHttpRequest.options("/api/partner/documents").build()))
                .isEqualTo(Access.TOKEN);
    }
}
