package org.linli.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.MaxRows;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds to each operation what its handler's arguments and annotations mean for a caller. */
final class HandlerMetadataCustomizer implements GlobalOperationCustomizer {

    private static final Map<String, String> FILTERS = Map.ofEntries(
            Map.entry("within", "A unit's code: that unit and all below it; absent, all of yours"),
            Map.entry("unit", "A unit's code"),
            Map.entry("street", "A street's code, 9 digits"),
            Map.entry("branch", "A branch's code, 12 digits"),
            Map.entry("level", "Only units of this level"),
            Map.entry("unitClass", "Only branches of this class"),
            Map.entry("from", "The first period or day, itself included"),
            Map.entry("to", "The last period or day, itself included"),
            Map.entry("period", "This period alone"),
            Map.entry("compareFrom", "The first period to compare with"),
            Map.entry("compareTo", "The last period to compare with"),
            Map.entry("state", "Only those in this state"),
            Map.entry("kind", "Only those of this kind"),
            Map.entry("mode", "Only those of this mode of cooperation"),
            Map.entry("line", "A business line's code"),
            Map.entry("partner", "A partner"),
            Map.entry("partnerId", "A partner's id"),
            Map.entry("agreementId", "An agreement's id"),
            Map.entry("call", "An open call's id"),
            Map.entry("proposal", "A proposal's id"),
            Map.entry("room", "A room's id"),
            Map.entry("part", "A part of the room, by its id"),
            Map.entry("q", "Words that occur in it"),
            Map.entry("sort", "The order"),
            Map.entry("by", "What rows stand for"),
            Map.entry("capacity", "For at least so many people"),
            Map.entry("minutes", "Free for at least so many minutes"),
            Map.entry("days", "Within so many days"),
            Map.entry("limit", "At most so many"),
            Map.entry("version", "This version; absent, the latest"),
            Map.entry("running", "true: without those that have ended"),
            Map.entry("open", "true: only those that are open"),
            Map.entry("ended", "true: those that have ended too"),
            Map.entry("suspended", "Only those that are suspended somewhere, or only those that are not"),
            Map.entry("header", "zh: Chinese headings"),
            Map.entry("dryRun", "true: nothing is kept, and the answer says what would happen"));

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        requireName(operation, handler);
        if (takes(handler, CommandKey.class)) {
            operation.addParametersItem(commandKey());
        }
        if (takes(handler, ExpectedVersion.class)) {
            operation.addParametersItem(expectedVersion());
        }
        if (takes(handler, PageRequest.class)) {
            operation.addParametersItem(query("cursor", "The value of 'next' of the page before", new StringSchema()));
            operation.addParametersItem(query("limit", "Rows a page, 50 unless given", limit(mostRows(handler))));
        }
        describe(operation);
        Creates creates = handler.getMethodAnnotation(Creates.class);
        if (creates != null) {
            creation(operation.getResponses(), creates);
        }
        Allowed allowed = handler.getMethodAnnotation(Allowed.class);
        if (allowed != null) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiAutoConfiguration.BEARER));
            only(operation, "403", "For other roles than " + roles(allowed));
        }
        RequestExample example = handler.getMethodAnnotation(RequestExample.class);
        if (example != null) {
            Object body = JsonMapper.shared().readValue(example.value(), Object.class);
            operation.getRequestBody().getContent().values().forEach(content -> content.setExample(body));
        }
        return operation;
    }

    /** What a filter means wherever it stands; a handler may say more. */
    private static void describe(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.stream()
                .filter(parameter -> "query".equals(parameter.getIn()) && parameter.getDescription() == null)
                .forEach(parameter -> parameter.setDescription(FILTERS.get(parameter.getName())));
    }

    /** Generated clients call their methods by it; made up of the method's name it would change with that. */
    private static void requireName(Operation operation, HandlerMethod handler) {
        var said = handler.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (said == null || !said.operationId().equals(operation.getOperationId())) {
            throw new IllegalStateException("Give it an operationId that no other has: " + handler);
        }
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    private static String roles(Allowed allowed) {
        return Arrays.stream(allowed.value()).map(Role::wireName).collect(Collectors.joining(", "));
    }

    private static void creation(ApiResponses responses, Creates creates) {
        ApiResponse made = Objects.requireNonNull(responses.get("201"));
        if (creates.located()) {
            ResponseCustomizer.header(made, "Location");
        }
        if (!creates.otherwise().isEmpty()) {
            responses.addApiResponse(
                    "200", new ApiResponse().description(creates.otherwise()).content(made.getContent()));
        }
    }

    private static Parameter commandKey() {
        return new Parameter()
                .in("header")
                .name(CommandKey.HEADER)
                .required(true)
                .description("The same when the same command is sent again: the answer is then the same too")
                .schema(new StringSchema().minLength(1).maxLength(200).pattern("^[!-~]{1,200}$"))
                .example("7b0a4f6c-3c59-4a8e-9c55-0f6a3f8b1c11");
    }

    private static Parameter expectedVersion() {
        return new Parameter()
                .in("header")
                .name(ExpectedVersion.HEADER)
                .required(false)
                .description("The ETag of the last read: refused with 412 when it was changed since")
                .schema(new StringSchema())
                .example("\"3\"");
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(description)
                .schema(schema);
    }

    private static int mostRows(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getParameterAnnotation(MaxRows.class)))
                .mapToInt(MaxRows::value)
                .findFirst()
                .orElse(PageRequest.MAX_LIMIT);
    }

    private static Schema<?> limit(int most) {
        Schema<Number> schema = new IntegerSchema();
        return schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(most));
    }

    /** What the operation alone says of a status; the rest is said where all operations are completed. */
    private static void only(Operation operation, String status, String description) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().addApiResponse(status, new ApiResponse().description(description));
    }
}
