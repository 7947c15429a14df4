package org.linli.local.suite;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A process of the suite, in the order of starting; it is ended the other way round. */
public enum Part {
    POSTGRES("PostgreSQL", 15432, ""),
    KAFKA("Kafka", 19092, ""),
    IDENTITY("identity", 8090, "deploy/identity"),
    COMPANY("company-service", 8081, "company-service"),
    FUND("fund-service", 8082, "fund-service"),
    PARTNER("partner-service", 8083, "partner-service"),
    GATEWAY("gateway", 8080, "gateway");

    private final String title;
    private final int usualPort;
    private final String module;

    Part(String title, int usualPort, String module) {
        this.title = title;
        this.usualPort = usualPort;
        this.module = module;
    }

    /** The name people see and type, e.g. {@code fund-service}. */
    public String title() {
        return title;
    }

    /** The environment variable that moves its port. */
    public String portVariable() {
        return "LINLI_PORT_" + name();
    }

    int usualPort() {
        return usualPort;
    }

    /** Whether it is one of our services, not a server under them. */
    boolean isService() {
        return !module.isEmpty();
    }

    /** Whether it keeps its state in a database of the name of its key. */
    boolean hasDatabase() {
        return this == COMPANY || this == FUND || this == PARTNER;
    }

    /** Folder of its Maven module. */
    String module() {
        return module;
    }

    /** Name of files and folders of this part. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of that name: {@code fund}, {@code fund-service}, {@code FUND}. */
    public static Optional<Part> named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.title.equalsIgnoreCase(name) || part.key().equalsIgnoreCase(name))
                .findFirst();
    }
}
