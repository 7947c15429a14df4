package org.linli.local.chaos;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something that must hold once everything has settled.
 *
 * @param name in words, e.g. {@code debits equal credits}
 * @param violations what contradicts it now; none when it holds
 */
public record Invariant(String name, Supplier<List<String>> violations) {}
