package org.linli.partner.access;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.request.Fields;

import java.util.List;
import java.util.stream.Stream;

/** What is asked for, still unchecked. */
@Schema(name = "CredentialRequest")
record CredentialRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "预约系统一号机", description = "1 to 100 characters")
        @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "[\"proposals:read\", \"proposals:write\"]",
                description = "One or more; to write includes to read")
        @Nullable
        List<@Nullable String> scopes,

        @Schema(example = "true", description = "Whether it only tries out; false by default") @Nullable
        Boolean sandbox) {

    private static final int LONGEST = 100;

    /** @throws org.linli.platform.problem.ProblemException (422) naming each field at fault */
    Checked checked() {
        return Fields.read(
                "The credential is not valid",
                fields ->
                        new Checked(fields.line("name", name, LONGEST), scopes(fields), Boolean.TRUE.equals(sandbox)));
    }

    private List<String> scopes(Fields fields) {
        List<@Nullable String> asked = scopes == null ? List.of() : scopes;
        if (asked.isEmpty() || asked.size() > LONGEST) {
            fields.add("scopes", asked.isEmpty() ? "missing" : "too many", "one or more of " + AccessScope.NAMES);
            return List.of();
        }
        for (int at = 0; at < asked.size(); at++) {
            String scope = asked.get(at);
            if (scope == null || AccessScope.ofWireName(scope).isEmpty()) {
                fields.add("scopes[" + at + "]", "unknown", "one of " + AccessScope.NAMES);
            }
        }
        return asked.stream().flatMap(Stream::ofNullable).distinct().sorted().toList();
    }

    record Checked(String name, List<String> scopes, boolean sandbox) {}
}
