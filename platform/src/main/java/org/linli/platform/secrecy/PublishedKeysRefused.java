package org.linli.platform.secrecy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

import java.util.Set;

/** Stops the start-up where personal data would be sealed under keys that stand in the source. */
public final class PublishedKeysRefused extends RuntimeException {

    private final String prefix;

    private PublishedKeysRefused(String prefix) {
        super("The published keys of " + prefix + " were used outside the local profile");
        this.prefix = prefix;
    }

    /**
     * @param prefix of the settings that hold the keys
     * @param published the defaults
     * @throws PublishedKeysRefused where one of the keys is a default and the profile is not {@code local}
     */
    public static void check(SecretKeys keys, String prefix, Set<String> published, Environment environment) {
        if (keys.use(published) && !environment.acceptsProfiles(Profiles.of("local"))) {
            throw new PublishedKeysRefused(prefix);
        }
    }

    static final class Analyzer extends AbstractFailureAnalyzer<PublishedKeysRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, PublishedKeysRefused cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ": everybody can read what they seal.",
                    "Set " + cause.prefix
                            + ".current, .keys.<id> and .index to keys of your own (openssl rand -base64 32);"
                            + " on your own machine start with --spring.profiles.active=local.",
                    cause);
        }
    }
}
