package org.linli.platform.money;

import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Writes {@link Money} as a decimal string in yuan and reads only such strings: a JSON number is refused, since most
 * parsers on the way would have made it a binary fraction. Sums of amounts may be longer than a single amount.
 */
public final class MoneyJacksonModule extends SimpleModule {

    private static final Pattern SUM = Pattern.compile("-?[0-9]{1,16}(\\.[0-9]{1,2})?");

    public MoneyJacksonModule() {
        super("linli-money");
        addSerializer(Money.class, new Writer());
        addDeserializer(Money.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeString(Yuan.format(money));
        }
    }

    private static final class Reader extends ValueDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                String number = json.getString();
                String meant = Yuan.parse(number)
                        .map(amount -> "\"" + Yuan.format(amount) + "\" as text, in quotes")
                        .orElse(Yuan.EXPECTED + ", as text in quotes");
                return (Money) context.handleWeirdStringValue(Money.class, number, "not %s", meant);
            }
            String text = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
            if (!SUM.matcher(text).matches()) {
                return (Money) context.handleWeirdStringValue(Money.class, text, "not %s", Yuan.expected(text));
            }
            return Yuan.of(new BigDecimal(text));
        }
    }
}
