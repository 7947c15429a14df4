package org.linli.platform.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses text that no table or file can hold: the NUL character and halves of surrogate pairs, and text longer than
 * any field takes, before a pattern is held against it. Numbers and booleans are not taken for text either.
 */
public final class TextGuard extends SimpleModule {

    public static final String EXPECTED = "text without NUL characters or broken surrogate pairs";

    /** More than twice the longest field. */
    public static final int LONGEST = 10_000;

    public TextGuard() {
        super("linli-text");
        addDeserializer(String.class, new Reader());
    }

    /** Whether the text can be stored and shown. */
    public static boolean isClean(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++at == text.length() || !Character.isLowSurrogate(text.charAt(at)))) {
                return false;
            }
        }
        return true;
    }

    private static final class Reader extends StdDeserializer<String> {

        private Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(tools.jackson.core.JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            String text = json.getString();
            if (text.length() > LONGEST) {
                return (String) context.handleWeirdStringValue(
                        String.class, "…", "not %s", "text of up to " + LONGEST + " characters");
            }
            return isClean(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, "…", "not %s", EXPECTED);
        }
    }
}
