package org.linli.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Stops the start-up before any bean exists unless the profile {@code local} is active: the secrets here are published. */
class OnlyInTheLocalProfile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().acceptsProfiles(Profiles.of("local"))) {
            throw new PublishedSecretsRefused();
        }
    }

    static class PublishedSecretsRefused extends RuntimeException {
        PublishedSecretsRefused() {
            super("The demo identity provider was started outside the local profile");
        }
    }

    static class Analyzer extends AbstractFailureAnalyzer<PublishedSecretsRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, PublishedSecretsRefused cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ": its people and secrets are published with the product.",
                    "On your own machine start it with --spring.profiles.active=local;"
                            + " elsewhere name a real OIDC provider by linli.security.issuer in the services.",
                    cause);
        }
    }
}
