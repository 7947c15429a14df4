package org.linli.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.problem.Problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The problems that an operation can answer with, each described once in the document with an example. */
enum ProblemResponses {
    UNREADABLE(
            "400",
            "invalid-request",
            "The request cannot be read 请求无法读取",
            "cursor",
            "not a cursor of this list",
            "the value of 'next' of the page before, unchanged"),
    UNAUTHENTICATED(
            "401",
            "unauthenticated",
            "No valid access token 未登录",
            "Authorization",
            "missing, expired or not valid",
            "Bearer <access token of the identity provider>"),
    FORBIDDEN("403", "forbidden", "Not for your role or scope 无权限"),
    NOT_FOUND("404", "not-found", "It does not exist, or is not yours 不存在"),
    CONFLICT("409", "proposal-not-in-this-state", "Not in the present state; the type says why 当前状态不允许"),
    CHANGED(
            "412",
            "changed-meanwhile",
            "If-Match names an older version 版本已更新",
            ExpectedVersion.HEADER,
            "version 2 is not the newest",
            "\"3\", after reading again"),
    TOO_LARGE("413", "content-too-large", "The body is larger than the limit 内容过大"),
    INVALID(
            "422",
            "invalid-request",
            "Read, and not valid: every field at fault is named 内容有误",
            "name",
            "missing",
            "1 to 100 characters"),
    TOO_MANY("429", "too-many-requests", "The client's rate is used up 请求过于频繁"),
    UNAVAILABLE("503", "unavailable", "A part is down or busy: the same again, with the same key 暂不可用"),
    OTHER("default", "internal", "Anything else that went wrong 其他错误");

    static final String TOLD = "docs/api/problems.md";
    private static final String MEDIA_TYPE = "application/problem+json";

    private final String status;
    private final String slug;
    private final String description;
    private final List<String> error;

    ProblemResponses(String status, String slug, String description, String... error) {
        this.status = status;
        this.slug = slug;
        this.description = description;
        this.error = List.of(error);
    }

    /** Puts each into the document once, for operations to refer to. */
    static void describe(Components components) {
        Arrays.stream(values()).forEach(problem -> components.addResponses(problem.name(), problem.response()));
    }

    /** Adds those that can happen; what the operation says of its own about a status stays, with the example. */
    static void addTo(Operation operation, boolean reads) {
        ApiResponses responses = Optional.ofNullable(operation.getResponses()).orElseGet(ApiResponses::new);
        operation.setResponses(responses);
        Arrays.stream(values())
                .filter(problem -> problem.canHappen(operation, reads))
                .forEach(problem -> problem.addTo(responses));
    }

    private void addTo(ApiResponses responses) {
        ApiResponse own = responses.get(status);
        if (own == null) {
            responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name()));
            return;
        }
        ApiResponse whole = response();
        if (own.getDescription() != null) {
            whole.setDescription(own.getDescription() + ". " + whole.getDescription());
        }
        responses.addApiResponse(status, whole);
    }

    private boolean canHappen(Operation operation, boolean reads) {
        boolean secured =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        boolean body = operation.getRequestBody() != null;
        return switch (this) {
            case UNAUTHENTICATED, FORBIDDEN -> secured;
            case NOT_FOUND -> takes(operation, "path", "") || !reads;
            case CONFLICT -> !reads;
            case CHANGED -> takes(operation, "header", ExpectedVersion.HEADER);
            case TOO_LARGE -> body;
            case INVALID -> body || !reads;
            case UNREADABLE -> body || operation.getParameters() != null;
            case TOO_MANY, UNAVAILABLE, OTHER -> true;
        };
    }

    private static boolean takes(Operation operation, String in, String name) {
        List<Parameter> parameters =
                Optional.ofNullable(operation.getParameters()).orElseGet(List::of);
        return parameters.stream()
                .anyMatch(one -> in.equals(one.getIn()) && (name.isEmpty() || name.equals(one.getName())));
    }

    private ApiResponse response() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + ProblemSchema.NAME);
        ApiResponse response = new ApiResponse()
                .description(description + " (" + TOLD + ")")
                .content(new Content()
                        .addMediaType(MEDIA_TYPE, new MediaType().schema(schema).example(example())));
        if (this == TOO_MANY || this == UNAVAILABLE) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds after which the same may be sent again")
                            .schema(new IntegerSchema())
                            .example(2));
        }
        return response;
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", Problem.TYPE_BASE + slug);
        example.put("title", description.substring(0, description.lastIndexOf(' ')));
        example.put("status", this == OTHER ? 500 : Integer.parseInt(status));
        example.put("correlationId", "2f1c8a52-1d0e-4a5f-9a6f-0d4d2c6f7b10");
        if (!error.isEmpty()) {
            example.put(
                    "errors", List.of(Map.of("field", error.get(0), "reason", error.get(1), "expected", error.get(2))));
        }
        return example;
    }
}
