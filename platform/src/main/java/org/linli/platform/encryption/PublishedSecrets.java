package org.linli.platform.encryption;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the source for everybody to read, and is therefore no secret: no service of ours starts with any of it
 * outside the profile {@code local}. It is looked for in every setting that is named like a secret, so that a setting of
 * tomorrow is covered, and in the environment as well as in files.
 */
final class PublishedSecrets {

    /** Of the database, of the demo's people and clients, and the keys of the local profile. */
    private static final Set<String> VALUES = Set.of(
            "linli",
            "linli-demo",
            "bG9jYWwta2V5LXB1Ymxpc2hlZC13aXRoLWxpbmxpLTE=",
            "bG9jYWwtaW5kZXgtcHVibGlzaGVkLWxpbmxpLTAwMDE=");

    /** The demo's identity provider: whoever knows its passwords, and everybody does, is anybody. */
    private static final String ISSUER = "linli.security.issuer";

    private static final String DEMO = "http://127.0.0.1:8090";

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(passw|secret|token|credential|\\bkeys?\\b|[._-]key|_key|\\bindex$).*");

    private PublishedSecrets() {}

    /** The settings that hold such a value in this environment; none in the profile {@code local}. */
    static Set<String> in(ConfigurableEnvironment environment) {
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            return Set.of();
        }
        Set<String> found = names(environment)
                .filter(name -> SECRET.matcher(name).matches())
                .filter(name -> VALUES.contains(value(environment, name)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (DEMO.equals(environment.getProperty(ISSUER, DEMO))) {
            found.add(ISSUER);
        }
        return found;
    }

    private static Stream<String> names(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .flatMap(Collection::stream)
                .distinct();
    }

    /** Empty where it refers to a setting that is nowhere: that is told by whoever needs it. */
    private static String value(Environment environment, String name) {
        try {
            return String.valueOf(environment.getProperty(name)).strip();
        } catch (IllegalArgumentException unresolvable) {
            return "";
        }
    }
}
