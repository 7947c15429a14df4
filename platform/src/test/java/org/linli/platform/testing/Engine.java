package org.linli.platform.testing;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the real PostgreSQL and Kafka of the tests come from.
 *
 * <p>{@code LINLI_TESTS=embedded} takes processes of this machine, {@code LINLI_TESTS=containers} takes containers and
 * fails without an engine. Unset, containers are taken where a Docker-compatible engine answers and has the images, else
 * processes.
 */
abstract sealed class Engine permits EmbeddedEngine, ContainerEngine {

    private static final AtomicLong DATABASES = new AtomicLong();

    /** The one engine of this JVM; started at the first call, ended with the JVM. */
    static Engine chosen() {
        return Holder.CHOSEN;
    }

    /** An empty database with a name of its own. */
    abstract TestDatabase newDatabase();

    /** A broker without topics. */
    abstract TestKafka newKafka();

    /** Makes an empty database, with a role of its own that is no superuser, on the server of {@code maintenance}. */
    static TestDatabase createOn(TestDatabase maintenance) {
        String name = "linli_test_" + DATABASES.incrementAndGet();
        TestDatabase.Login owner =
                new TestDatabase.Login(name, UUID.randomUUID().toString());
        maintenance.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + owner.password() + "'");
        maintenance.execute("CREATE DATABASE " + name + " OWNER " + name);
        maintenance.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        return new TestDatabase(
                maintenance.host(), maintenance.port(), name, maintenance.user(), maintenance.password(), owner);
    }

    private static Engine choose() {
        String wish = System.getenv().getOrDefault("LINLI_TESTS", "").toLowerCase(Locale.ROOT);
        return switch (wish) {
            case "embedded" -> new EmbeddedEngine();
            case "containers" -> new ContainerEngine();
            case "" -> ContainerEngine.ifAnswering().map(Engine.class::cast).orElseGet(EmbeddedEngine::new);
            default -> throw new IllegalArgumentException("LINLI_TESTS is '" + wish + "': use embedded or containers");
        };
    }

    private static final class Holder {
        private static final Engine CHOSEN = choose();
    }
}
