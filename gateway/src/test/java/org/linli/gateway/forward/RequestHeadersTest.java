package org.linli.gateway.forward;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.linli.gateway.edge.Client;

import static org.assertj.core.api.Assertions.assertThat;

class RequestHeadersTest {

    @Test
    void another_method_is_named_to_uploads_alone() {
        assertThat(passed("/api/partner/uploads/1")).isEqualTo("PATCH");
        assertThat(passed("/api/partner/uploads")).isNull();
        assertThat(passed("/api/partner/proposals/1")).isNull();
        assertThat(passed("/api/fund/fundings")).isNull();
    }

    private static String passed(String path) {
        HttpHeaders from = new DefaultHttpHeaders().add("X-HTTP-Method-Override", "PATCH");
        HttpHeaders to = new DefaultHttpHeaders();
        RequestHeaders.pass(from, to, path, new Client("127.0.0.1", "http"), "1");
        return to.get("X-HTTP-Method-Override");
    }
}
