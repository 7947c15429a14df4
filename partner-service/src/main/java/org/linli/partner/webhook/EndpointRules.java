package org.linli.partner.webhook;

import org.jspecify.annotations.Nullable;
import org.linli.partner.webhook.WebhookController.EndpointRequest;
import org.linli.platform.problem.FieldError;
import org.linli.platform.request.Fields;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an endpoint must be; every mistake is told at once. */
final class EndpointRules {

    private static final int MOST_TYPES = 50;
    private static final Pattern TYPE = Pattern.compile(
            "linli\\.partner\\.(proposal|agreement|share|turnover)\\.[a-z]{1,40}(-[a-z]{1,40}){0,5}\\.v[1-9]");

    private EndpointRules() {}

    /** @throws org.linli.platform.problem.ProblemException (422) naming each field at fault */
    static Checked checked(EndpointRequest request, Optional<FieldError> mistakeOfUrl) {
        return Fields.read("The endpoint is not valid", fields -> {
            fields.addAll(mistakeOfUrl.stream().toList());
            return new Checked(String.valueOf(request.url()), types(fields, request.types()));
        });
    }

    private static List<String> types(Fields fields, @Nullable List<@Nullable String> given) {
        List<@Nullable String> types = given == null ? List.of() : given;
        if (types.size() > MOST_TYPES) {
            fields.add("types", "too many", "up to " + MOST_TYPES);
        }
        for (int at = 0; at < Math.min(types.size(), MOST_TYPES); at++) {
            String type = types.get(at);
            if (type == null || !TYPE.matcher(type).matches()) {
                fields.add(
                        "types[" + at + "]",
                        "not a type of event",
                        "linli.partner.proposal|agreement|share|turnover.<what happened>.v1,"
                                + " as docs/api/partner-webhooks.md lists them");
            }
        }
        return types.stream().flatMap(Stream::ofNullable).distinct().toList();
    }

    record Checked(String url, List<String> types) {}
}
