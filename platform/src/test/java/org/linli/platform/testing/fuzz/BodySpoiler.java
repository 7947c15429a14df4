package org.linli.platform.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils a body as text, so that the result need not be JSON, nor even text. */
final class BodySpoiler {

    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,])(\"[^\"]*\"|-?[0-9.eE+]+|true|false|null)");
    private static final Pattern FIELD = Pattern.compile("\"[^\"]*\":(\"[^\"]*\"|-?[0-9.eE+]+|true|false|null),?");

    private BodySpoiler() {}

    static byte[] spoil(byte[] body, SplittableRandom random, List<String> mutations) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(10)) {
            case 0 -> named("cut off", mutations, Arrays.copyOf(body, random.nextInt(body.length + 1)));
            case 1 -> named("bytes flipped", mutations, flipped(body, random));
            case 2 -> named("field left out", mutations, bytes(replaced(FIELD, text, random, "")));
            case 3 -> named("field twice", mutations, bytes(twice(text, random)));
            case 4 ->
                named(
                        "field too many",
                        mutations,
                        bytes(text.replaceFirst("\\{", "{\"surplus\":" + safe(random) + ",")));
            case 5 -> named("another top", mutations, bytes(OddValues.json(random)));
            case 6 -> named("item repeated", mutations, bytes(repeated(text, random)));
            default -> named("odd value", mutations, bytes(replaced(VALUE, text, random, OddValues.json(random))));
        };
    }

    private static byte[] flipped(byte[] body, SplittableRandom random) {
        byte[] spoiled = body.clone();
        for (int i = 0; i < 3 && body.length > 0; i++) {
            spoiled[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return spoiled;
    }

    private static String twice(String text, SplittableRandom random) {
        String field = oneOf(FIELD, text, random);
        return text.replaceFirst("\\{", Matcher.quoteReplacement("{" + (field.endsWith(",") ? field : field + ",")));
    }

    /** A few more, or more than any batch allows, of the first array's first object. */
    private static String repeated(String text, SplittableRandom random) {
        int from = text.indexOf("[{");
        int to = text.indexOf('}', Math.max(from, 0));
        if (from < 0 || to < 0) {
            return text;
        }
        String item = text.substring(from + 1, to + 1);
        return text.substring(0, from + 1)
                + (item + ",").repeat(random.nextBoolean() ? random.nextInt(1, 5) : random.nextInt(1_000, 1_200))
                + text.substring(from + 1);
    }

    private static String replaced(Pattern what, String text, SplittableRandom random, String by) {
        List<MatchResult> found = what.matcher(text).results().toList();
        if (found.isEmpty()) {
            return by.isEmpty() ? text : by;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + by + text.substring(one.end());
    }

    private static String oneOf(Pattern what, String text, SplittableRandom random) {
        List<MatchResult> found = what.matcher(text).results().toList();
        return found.isEmpty()
                ? "\"x\":1"
                : found.get(random.nextInt(found.size())).group();
    }

    private static String safe(SplittableRandom random) {
        return Matcher.quoteReplacement(OddValues.json(random));
    }

    private static byte[] named(String what, List<String> mutations, byte[] body) {
        mutations.add(what);
        return body;
    }

    private static byte[] bytes(String text) {
        // A lone surrogate becomes '?': those travel as escapes.
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
