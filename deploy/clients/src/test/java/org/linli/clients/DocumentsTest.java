package org.linli.clients;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.validations.oas.OpenApiEvaluator;
import org.openapitools.codegen.validations.oas.RuleConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"company", "fund", "partner"})
    void are_read_and_judged_by_the_generator_without_a_warning(String service) {
        ParseOptions resolving = new ParseOptions();
        resolving.setResolve(true);
        var read = new OpenAPIV3Parser().readLocation("../../docs/api/openapi/" + service + ".json", null, resolving);
        assertThat(read.getMessages()).isEmpty();
        var judged = new OpenApiEvaluator(new RuleConfiguration()).validate(read.getOpenAPI());
        assertThat(judged.getErrors()).isEmpty();
        assertThat(judged.getWarnings()).isEmpty();
    }
}
