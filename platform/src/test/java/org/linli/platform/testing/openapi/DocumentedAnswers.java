package org.linli.platform.testing.openapi;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service's own OpenAPI document allows its routes to answer: statuses, content types, headers, and of a JSON body
 * all that its schema says, the fields that it does not name included.
 */
public final class DocumentedAnswers {

    /** A document allows each of these only where it lists them. */
    private static final List<String> HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private static final String OUTSIDE = "no route of the document";

    private final DocumentSchemas schemas;

    public DocumentedAnswers(JsonNode document) {
        this.schemas = new DocumentSchemas(document);
    }

    /** @param document as it is served */
    public static DocumentedAnswers of(byte[] document) {
        return new DocumentedAnswers(JsonMapper.shared().readTree(document));
    }

    /** What the same document says of requests. */
    public DocumentedRequests requests() {
        return new DocumentedRequests(schemas);
    }

    /**
     * Where the answer to a request is another than the document allows; what the document does not list, such as
     * itself, may answer with anything but an error that is no problem.
     *
     * @param path as it was sent
     */
    public List<String> faults(String method, String path, HttpStatusCode status, HttpHeaders headers, byte[] body) {
        String asked = method.equals("HEAD") ? "GET" : method;
        Optional<String> route = schemas.templateOf(path)
                .flatMap(template -> List.of(method, asked).stream()
                        .map(one -> one + " " + template)
                        .filter(one -> !schemas.operation(one).isMissingNode())
                        .findFirst());
        if (route.isPresent()) {
            return held(route.get(), method, status, headers, body);
        }
        return status.isError() && !method.equals("HEAD") && path.startsWith("/api/")
                ? told(OUTSIDE + ", " + method + " " + path, status, ofProblem(headers, body))
                : List.of();
    }

    /** The same for a route by its method and template, which has to be listed. */
    public List<String> faultsOf(String route, HttpStatusCode status, HttpHeaders headers, byte[] body) {
        return held(route, route.split(" ")[0], status, headers, body);
    }

    private List<String> held(String route, String method, HttpStatusCode status, HttpHeaders headers, byte[] body) {
        JsonNode listed = schemas.operation(route).path("responses");
        JsonNode answer = listed.path(String.valueOf(status.value()));
        if (answer.isMissingNode()) {
            answer = status.isError() ? listed.path("default") : answer;
        }
        if (answer.isMissingNode()) {
            return List.of(route + " answers " + status.value() + ", documented are " + listed.propertyNames());
        }
        JsonNode documented = schemas.resolved(answer);
        List<String> faults = new ArrayList<>(headers(documented, headers));
        if (!method.equals("HEAD")) {
            faults.addAll(content(documented.path("content"), headers.getContentType(), body));
        }
        return told(route, status, faults);
    }

    private List<String> headers(JsonNode documented, HttpHeaders headers) {
        List<String> faults = new ArrayList<>();
        for (String header : HEADERS) {
            boolean told = documented.path("headers").has(header);
            if (told != headers.containsHeader(header)) {
                faults.add((told ? "promises " : "does not tell of ") + header);
            }
        }
        for (Map.Entry<String, JsonNode> header : documented.path("headers").properties()) {
            JsonNode schema = schemas.resolved(header.getValue()).path("schema");
            String sent = headers.getFirst(header.getKey());
            if (sent != null && schema.path("type").asString("").equals("integer") && !sent.matches("-?[0-9]+")) {
                faults.add(header.getKey() + " is no whole number: " + sent);
            }
        }
        return faults;
    }

    private List<String> content(JsonNode content, @Nullable MediaType type, byte[] body) {
        if (body.length == 0) {
            return content.isEmpty() ? List.of() : List.of("is empty");
        }
        Optional<JsonNode> documented = DocumentSchemas.ofType(content, type);
        if (documented.isEmpty()) {
            return List.of("comes as " + type + ", documented are " + content.propertyNames());
        }
        return isJson(type) ? schemas.faults(documented.get().path("schema"), body) : List.of();
    }

    private List<String> ofProblem(HttpHeaders headers, byte[] body) {
        MediaType type = headers.getContentType();
        return MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)
                ? schemas.faults(schemas.named("Problem"), body)
                : List.of("comes as " + type + ", not as a problem");
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }

    private static List<String> told(String route, HttpStatusCode status, List<String> faults) {
        return faults.stream()
                .map(fault -> route + " " + status.value() + " " + fault)
                .toList();
    }
}
