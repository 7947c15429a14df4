package org.linli.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Completes each operation once the document is whole: examples, headers of answers, and the problems there can be. */
final class ResponseCustomizer implements GlobalOpenApiCustomizer {

    private static final String ANYTHING = "*/*";
    private static final String JSON = "application/json";
    private static final List<PathItem.HttpMethod> READS =
            List.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD, PathItem.HttpMethod.OPTIONS);

    private static final Map<String, String> HEADERS = Map.of(
            "RateLimit",
            "What the client has left, \"subject\";r=3999;t=1: requests, and seconds until all are back",
            "RateLimit-Policy",
            "What it may do, \"subject\";q=4000;w=2: requests at once, in so many seconds",
            "X-Correlation-Id",
            "Of this request, in every log and event that it leads to",
            "ETag",
            "The version, for If-Match and If-None-Match",
            "Link",
            "The next page, rel=\"next\" (RFC 8288)",
            "Location",
            "Where the new thing is",
            IdempotentCommands.REPLAYED,
            "true where the same command was answered before");

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents();
        HEADERS.forEach((name, description) -> components.addHeaders(
                name, new Header().description(description).schema(new StringSchema())));
        ProblemResponses.describe(components);
        SchemaExamples examples = new SchemaExamples(components);
        Optional.ofNullable(document.getPaths())
                .ifPresent(paths -> paths.values()
                        .forEach(path -> path.readOperationsMap()
                                .forEach((method, operation) -> complete(operation, method, components, examples))));
    }

    private static void complete(
            Operation operation, PathItem.HttpMethod method, Components components, SchemaExamples examples) {
        if (operation.getRequestBody() != null) {
            addExamples(operation.getRequestBody().getContent(), examples);
        }
        if (operation.getResponses() != null) {
            operation.getResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    asJson(answer);
                    addExamples(answer.getContent(), examples);
                    addHeaders(operation, answer, components);
                }
            });
        }
        if (method == PathItem.HttpMethod.GET) {
            addUnchanged(operation);
        }
        ProblemResponses.addTo(operation, READS.contains(method));
    }

    /** What has a tag need not be sent twice. */
    private static void addUnchanged(Operation operation) {
        ApiResponse found = operation.getResponses() == null
                ? null
                : operation.getResponses().get("200");
        if (found != null
                && found.getHeaders() != null
                && found.getHeaders().containsKey("ETag")
                && !operation.getResponses().containsKey("304")) {
            ApiResponse unchanged = new ApiResponse().description("As If-None-Match names it, not changed since 未修改");
            header(unchanged, "ETag");
            operation.getResponses().addApiResponse("304", unchanged);
        }
    }

    private static void addHeaders(Operation operation, ApiResponse answer, Components components) {
        List.of("RateLimit", "RateLimit-Policy", "X-Correlation-Id").forEach(name -> header(answer, name));
        Map<String, Schema> fields = fields(answer, components);
        if (isOwnVersion(fields.get("version")) || isOwnVersion(fields.get("revision"))) {
            header(answer, "ETag");
        }
        if (fields.containsKey("items") && fields.containsKey("next")) {
            header(answer, "Link");
        }
        List<Parameter> parameters =
                Optional.ofNullable(operation.getParameters()).orElseGet(List::of);
        if (parameters.stream().anyMatch(one -> CommandKey.HEADER.equals(one.getName()))) {
            header(answer, IdempotentCommands.REPLAYED);
        }
    }

    /** A thing's own count of its changes, a long; which edition a policy or a statement is, is an int. */
    private static boolean isOwnVersion(@Nullable Schema<?> version) {
        return version != null && "int64".equals(version.getFormat());
    }

    static void header(ApiResponse answer, String name) {
        answer.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }

    private static Map<String, Schema> fields(ApiResponse answer, Components components) {
        return Optional.ofNullable(answer.getContent())
                .map(content -> content.get(JSON))
                .map(MediaType::getSchema)
                .map(schema -> schema.get$ref() == null
                        ? schema
                        : components.getSchemas().get(last(schema.get$ref())))
                .map(Schema::getProperties)
                .orElseGet(Map::of);
    }

    /** A handler that states no content type answers with JSON. */
    private static void asJson(ApiResponse answer) {
        Content content = answer.getContent();
        MediaType unstated = content == null ? null : content.get(ANYTHING);
        if (content != null && unstated != null && !isBinary(unstated.getSchema())) {
            content.remove(ANYTHING);
            content.addMediaType(JSON, unstated);
        }
    }

    private static boolean isBinary(@Nullable Schema<?> schema) {
        return schema == null || "binary".equals(schema.getFormat());
    }

    private static void addExamples(@Nullable Content content, SchemaExamples examples) {
        MediaType json = content == null ? null : content.get(JSON);
        if (json != null && json.getExample() == null && json.getExamples() == null) {
            Optional.ofNullable(examples.of(json.getSchema())).ifPresent(json::setExample);
        }
    }

    private static String last(String reference) {
        return Objects.requireNonNull(reference).substring(reference.lastIndexOf('/') + 1);
    }
}
