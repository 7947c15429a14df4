package org.linli.platform.bounds;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.TooManyItems;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.CollectionType;

import java.math.BigDecimal;

/**
 * Bounds in the reading of JSON requests. A list ends at its first item too many, so that none of its items is looked
 * at: constraints of items are checked only when all were made. Its bound is the {@link Size} of the field, else
 * {@value #MOST}. A decimal has no more digits than anybody counts in: 1E+999999999 is short to read and endless to
 * work with.
 */
final class RequestBounds extends SimpleModule {

    static final int MOST = 1000;
    private static final int DIGITS = 40;

    RequestBounds() {
        super("linli-request-bounds");
        setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyCollectionDeserializer(
                    DeserializationConfig config,
                    CollectionType type,
                    BeanDescription.Supplier description,
                    ValueDeserializer<?> reader) {
                return new Listed(reader, MOST);
            }

            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> reader) {
                return description.getBeanClass() == BigDecimal.class ? new Counted(reader) : reader;
            }
        });
    }

    private static final class Listed extends DelegatingDeserializer {

        private final int most;

        private Listed(ValueDeserializer<?> reader, int most) {
            super(reader);
            this.most = most;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Listed(reader, most);
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            Size size = property == null ? null : property.getAnnotation(Size.class);
            ValueDeserializer<?> reader = context.handleSecondaryContextualization(
                    _delegatee, property, context.constructType(_delegatee.handledType()));
            return new Listed(reader, size == null ? MOST : size.max());
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return super.deserialize(json.isExpectedStartArrayToken() ? new Counting(json, most) : json, context);
        }
    }

    /** The parser of a list, which knows the index of the item that it stands on. */
    private static final class Counting extends JsonParserDelegate {

        private final TokenStreamContext list;
        private final int most;

        private Counting(JsonParser json, int most) {
            super(json);
            this.list = json.streamReadContext();
            this.most = most;
        }

        @Override
        public @Nullable JsonToken nextToken() {
            return counted(super.nextToken());
        }

        @Override
        public @Nullable JsonToken nextValue() {
            return counted(super.nextValue());
        }

        private @Nullable JsonToken counted(@Nullable JsonToken token) {
            if (list.getCurrentIndex() >= most) {
                throw new TooManyItems(delegate, most);
            }
            return token;
        }
    }

    private static final class Counted extends DelegatingDeserializer {

        private Counted(ValueDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Counted(reader);
        }

        @Override
        public @Nullable Object deserialize(JsonParser json, DeserializationContext context) {
            Object read = super.deserialize(json, context);
            return read instanceof BigDecimal number
                            && (Math.abs((long) number.scale()) > DIGITS || number.precision() > DIGITS)
                    ? context.handleWeirdNumberValue(BigDecimal.class, number, "not a number of up to 40 digits")
                    : read;
        }
    }
}
