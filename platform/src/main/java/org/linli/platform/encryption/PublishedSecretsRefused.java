package org.linli.platform.encryption;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.ConfigurableEnvironment;

import java.util.Set;

/** Stops the start-up where a secret is one that everybody can read in the source. */
public final class PublishedSecretsRefused extends RuntimeException {

    private PublishedSecretsRefused(Set<String> settings) {
        super("Published secrets were used outside the local profile: " + String.join(", ", settings));
    }

    /** @throws PublishedSecretsRefused naming each setting that holds one, where the profile is not {@code local} */
    static void check(ConfigurableEnvironment environment) {
        Set<String> settings = PublishedSecrets.in(environment);
        if (!settings.isEmpty()) {
            throw new PublishedSecretsRefused(settings);
        }
    }

    static final class Analyzer extends AbstractFailureAnalyzer<PublishedSecretsRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, PublishedSecretsRefused cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ". They stand in the source, where everybody reads them.",
                    "Set each to one of your own (openssl rand -base64 32), and linli.security.issuer to your own OIDC"
                            + " provider; on your own machine start with --spring.profiles.active=local.",
                    cause);
        }
    }
}
