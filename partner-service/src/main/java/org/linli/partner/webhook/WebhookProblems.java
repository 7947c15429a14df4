package org.linli.partner.webhook;

import org.linli.platform.problem.Problem;

/** What can be wrong with webhooks, as partners are told. */
final class WebhookProblems {

    private WebhookProblems() {}

    static RuntimeException notFound() {
        return Problem.notFound("The webhook").exception();
    }

    static RuntimeException noDelivery() {
        return Problem.notFound("The delivery").exception();
    }

    static RuntimeException tooMany() {
        return Problem.conflict("too-many-webhooks", "There are as many endpoints as there may be")
                .detail("At most " + Endpoints.MOST + " active ones, and " + Endpoints.MOST_KEPT
                        + " with those disabled: disable or end one first.")
                .exception();
    }

    static RuntimeException notActive(Endpoint endpoint) {
        return endpoint.state() == Endpoint.State.ENDED ? ended() : disabled();
    }

    static RuntimeException disabled() {
        return Problem.conflict("webhook-disabled", "The endpoint is disabled")
                .detail("Enable it first.")
                .exception();
    }

    static RuntimeException ended() {
        return Problem.conflict("webhook-ended", "The endpoint was ended")
                .detail("Add another one.")
                .exception();
    }
}
