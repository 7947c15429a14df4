package org.linli.platform.testing;

import org.linli.platform.security.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a service's own OpenAPI document says that its routes answer, to hold against what they do. */
final class DocumentedAnswers {

    private static final List<String> HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final JsonNode document;

    DocumentedAnswers(JsonNode document) {
        this.document = document;
    }

    static DocumentedAnswers of(ServiceUnderTest service) {
        String address = service.routes().getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternsCondition().getPatterns().stream())
                .map(Object::toString)
                .filter(path -> path.endsWith("/v3/api-docs"))
                .findFirst()
                .orElseThrow();
        byte[] document = service.http()
                .bearing(TestTokens.tokenOf("reader", List.of(Role.AUDITOR)))
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new DocumentedAnswers(JsonMapper.shared().readTree(document));
    }

    /** Where the answer is another than the document promises. @param route method and path */
    List<String> faults(String route, HttpStatusCode status, HttpHeaders answered) {
        String[] parts = route.split(" ");
        JsonNode listed = document.path("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode answer = listed.path(String.valueOf(status.value()));
        if (answer.isMissingNode()) {
            return List.of(route + " answers " + status.value() + ", documented are " + listed.propertyNames());
        }
        List<String> faults = new ArrayList<>();
        for (String header : HEADERS) {
            boolean told = answer.path("headers").has(header);
            if (told != answered.containsHeader(header)) {
                faults.add(route + " " + status.value() + (told ? " promises " : " does not tell of ") + header);
            }
        }
        return faults;
    }
}
