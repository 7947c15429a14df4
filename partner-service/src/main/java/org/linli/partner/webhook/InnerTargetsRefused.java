package org.linli.partner.webhook;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Stops the start-up where partners could have anything inside the network called. */
final class InnerTargetsRefused extends RuntimeException {

    private static final String SETTING = "linli.partner.webhook.allow-inner";

    private InnerTargetsRefused() {
        super(SETTING + " was set outside the local profile");
    }

    /** @throws InnerTargetsRefused where inner targets are allowed and the profile is not {@code local} */
    static void check(boolean allowed, Environment environment) {
        if (allowed && !environment.acceptsProfiles(Profiles.of("local"))) {
            throw new InnerTargetsRefused();
        }
    }

    static final class Analyzer extends AbstractFailureAnalyzer<InnerTargetsRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, InnerTargetsRefused cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ": a webhook's target could then be any machine of your network.",
                    "Leave " + SETTING + " out; on your own machine start with --spring.profiles.active=local.",
                    cause);
        }
    }
}
