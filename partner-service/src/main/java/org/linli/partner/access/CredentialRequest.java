package org.linli.partner.access;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.text.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
        List<FieldError> mistakes = new ArrayList<>();
        String called = name == null ? "" : Texts.trimmed(name);
        if (called.isEmpty() || Texts.length(called) > LONGEST) {
            mistakes.add(new FieldError(
                    "name", called.isEmpty() ? "missing" : "too long", "1 to " + LONGEST + " characters"));
        }
        Texts.faultOfLine(called)
                .ifPresent(fault -> mistakes.add(new FieldError("name", fault, "one line of " + Texts.EXPECTED)));
        List<@Nullable String> asked = scopes == null ? List.of() : scopes;
        if (asked.isEmpty() || asked.size() > LONGEST) {
            mistakes.add(new FieldError(
                    "scopes", asked.isEmpty() ? "missing" : "too many", "one or more of " + AccessScope.NAMES));
        }
        for (int at = 0; at < Math.min(asked.size(), LONGEST); at++) {
            String scope = asked.get(at);
            if (scope == null || AccessScope.ofWireName(scope).isEmpty()) {
                mistakes.add(new FieldError("scopes[" + at + "]", "unknown", "one of " + AccessScope.NAMES));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("The credential is not valid")
                    .fields(mistakes)
                    .exception();
        }
        return new Checked(
                called,
                asked.stream().map(Objects::requireNonNull).distinct().sorted().toList(),
                Boolean.TRUE.equals(sandbox));
    }

    record Checked(String name, List<String> scopes, boolean sandbox) {}
}
