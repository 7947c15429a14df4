package org.linli.gateway.forward;

import org.junit.jupiter.api.Test;
import org.linli.gateway.edge.EdgeProperties;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

import java.util.Set;

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
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.post(path).header("X-HTTP-Method-Override", "PATCH"));
        return new RequestHeaders(new EdgeProperties(DataSize.ofMegabytes(1), Set.of()))
                .filter(exchange.getRequest().getHeaders(), exchange)
                .getFirst("X-HTTP-Method-Override");
    }
}
