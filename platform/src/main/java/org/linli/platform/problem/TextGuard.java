package org.linli.platform.problem;

import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Texts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses text that no table or file can hold: the NUL character and halves of surrogate pairs, and text longer than
 * any field takes, before a pattern is held against it. Numbers and booleans are not taken for text either. Of a request,
 * also what must not be shown is refused: control characters and marks of direction; text of which nothing is to be seen is
 * empty text.
 */
public final class TextGuard extends SimpleModule {

    public static final String EXPECTED = "text without NUL characters or broken surrogate pairs";

    /** More than twice the longest field. */
    public static final int LONGEST = 10_000;

    public TextGuard() {
        super("linli-text");
        addDeserializer(String.class, new Reader(false));
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

        private final boolean byRow;

        private Reader(boolean byRow) {
            super(String.class);
            this.byRow = byRow;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            AnnotatedMember member = property == null ? null : property.getMember();
            return member == null || !member.getDeclaringClass().isAnnotationPresent(ValidatedByRow.class)
                    ? this
                    : new Reader(true);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                JsonToken token = json.currentToken();
                return (String)
                        (token != null && (token.isNumeric() || token.isBoolean())
                                ? context.handleWeirdStringValue(
                                        String.class,
                                        json.getString(),
                                        "not \"%s\" as text, in quotes",
                                        json.getString())
                                : context.handleUnexpectedToken(String.class, json));
            }
            String text = json.getString();
            if (text.length() > LONGEST) {
                return (String) context.handleWeirdStringValue(
                        String.class, "…", "not %s", "text of up to " + LONGEST + " characters");
            }
            if (!isClean(text)) {
                return (String) context.handleWeirdStringValue(String.class, "…", "not %s", EXPECTED);
            }
            return byRow || !context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    ? text
                    : shown(text, context);
        }

        private static String shown(String text, DeserializationContext context) {
            if (Texts.isBlank(text)) {
                return "";
            }
            return Texts.fault(text)
                    .map(fault -> (String)
                            context.handleWeirdStringValue(String.class, "…", "%s: not %s", fault, Texts.EXPECTED))
                    .orElse(text);
        }
    }
}
