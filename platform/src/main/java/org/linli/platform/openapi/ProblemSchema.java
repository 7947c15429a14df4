package org.linli.platform.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import java.util.List;

/** How an error looks. Source: RFC 9457, with the fields at fault and the correlation id as extensions. */
final class ProblemSchema {

    static final String NAME = "Problem";
    static final String FIELD_ERROR = "FieldError";

    private ProblemSchema() {}

    static Schema<?> make() {
        return new ObjectSchema()
                .description("What went wrong, and what would be right")
                .addProperty("type", text("https://linli.org/problems/invalid-request"))
                .addProperty("title", text("Some fields are not valid"))
                .addProperty("status", new IntegerSchema().example(422))
                .addProperty("detail", text("More about this occurrence"))
                .addProperty("instance", text("/api/fund/fundings"))
                .addProperty("correlationId", text("2f1c8a52-1d0e-4a5f-9a6f-0d4d2c6f7b10"))
                .addProperty(
                        "errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/" + FIELD_ERROR)))
                .addProperty(
                        "moreErrors",
                        new IntegerSchema().example(3).description("How many more there are than the first twenty"))
                .required(List.of("type", "title", "status"));
    }

    static Schema<?> fieldError() {
        return new ObjectSchema()
                .description("What is wrong with one field, and what would be right")
                .required(List.of("field", "reason", "expected"))
                .addProperty("field", text("amount"))
                .addProperty("reason", text("more than is outstanding"))
                .addProperty("expected", text("at most 234.56"));
    }

    private static Schema<?> text(String example) {
        return new StringSchema().example(example);
    }
}
