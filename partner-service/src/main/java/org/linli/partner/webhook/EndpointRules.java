package org.linli.partner.webhook;

import org.jspecify.annotations.Nullable;
import org.linli.partner.webhook.WebhookController.EndpointRequest;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an endpoint must be; every mistake is told at once. */
final class EndpointRules {

    private static final int MOST_TYPES = 50;
    private static final Pattern TYPE = Pattern.compile(
            "linli\\.partner\\.(proposal|agreement|share|turnover)\\.[a-z]{1,40}(-[a-z]{1,40}){0,5}\\.v[1-9]");

    private EndpointRules() {}

    /** @throws org.linli.platform.problem.ProblemException (422) naming each field at fault */
    static Checked checked(EndpointRequest request, Optional<FieldError> mistakeOfUrl) {
        List<FieldError> mistakes = new ArrayList<>();
        mistakeOfUrl.ifPresent(mistakes::add);
        List<@Nullable String> types = request.types() == null ? List.of() : request.types();
        if (types.size() > MOST_TYPES) {
            mistakes.add(new FieldError("types", "too many", "up to " + MOST_TYPES));
        }
        for (int at = 0; at < Math.min(types.size(), MOST_TYPES); at++) {
            String type = types.get(at);
            if (type == null || !TYPE.matcher(type).matches()) {
                mistakes.add(new FieldError(
                        "types[" + at + "]",
                        "not a type of event",
                        "linli.partner.proposal|agreement|share|turnover.<what happened>.v1,"
                                + " as docs/api/partner-webhooks.md lists them"));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("The endpoint is not valid").fields(mistakes).exception();
        }
        return new Checked(
                Objects.requireNonNull(request.url()),
                types.stream().map(Objects::requireNonNull).distinct().toList());
    }

    record Checked(String url, List<String> types) {}
}
