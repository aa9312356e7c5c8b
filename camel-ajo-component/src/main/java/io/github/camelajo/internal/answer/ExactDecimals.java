package io.github.camelajo.internal.answer;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Decimals in maps and lists: a {@code Double}, as everywhere with Jackson, as long as that is the very number that was sent, and a
 * {@code BigDecimal} where a double would lose digits.
 */
public final class ExactDecimals extends UntypedObjectDeserializer {

    private static final long serialVersionUID = 1L;

    /** A decimal with no more digits than this is not changed by becoming a double. */
    private static final int SAFE_LENGTH = 15;

    private ExactDecimals() {
        super((JavaType) null, null);
    }

    /** For a mapper that reads answers. */
    public static Module module() {
        return new SimpleModule("camel-ajo-exact-decimals").addDeserializer(Object.class, new ExactDecimals());
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        boolean decimal = parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
        if (!decimal
                || context.isEnabled(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // What was a number of Java before, as in a record, is one of a certain class.
                || parser.getNumberType() != JsonParser.NumberType.DOUBLE) {
            return super.deserialize(parser, context);
        }
        double near = parser.getDoubleValue();
        // A power of ten can make it infinite, or nothing at all.
        if (parser.getTextLength() <= SAFE_LENGTH && Double.isFinite(near) && near != 0) {
            return near;
        }
        BigDecimal exact = parser.getDecimalValue();
        boolean same = Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0;
        return same ? (Object) near : exact;
    }
}
