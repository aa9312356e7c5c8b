package io.github.camelajo.internal.text;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.NumberSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/**
 * Writes big decimals with all their digits: 0.0000001 and not 1E-7. Limited, because an exponent can stand for
 * millions of digits.
 */
public final class PlainDecimals extends NumberSerializer {

    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 100;

    public PlainDecimals() {
        super(BigDecimal.class);
    }

    /** The same mapper with another way to write big decimals. */
    public static ObjectMapper in(ObjectMapper mapper) {
        ObjectMapper copy;
        try {
            copy = mapper.copy();
        } catch (IllegalStateException e) {
            // A class of mappers that cannot be copied.
            return mapper;
        }
        return copy.registerModule(new SimpleModule("camel-ajo-decimals")
                .addSerializer(BigDecimal.class, new PlainDecimals().asBigDecimals()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // It is handed nothing else.
    private JsonSerializer<BigDecimal> asBigDecimals() {
        return (JsonSerializer) this;
    }

    @Override
    public void serialize(Number value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        BigDecimal decimal = (BigDecimal) value;
        // Into a buffer it goes as it is.
        boolean plain = decimal.scale() > 0 && decimal.scale() < MOST_DIGITS && !(generator instanceof TokenBuffer);
        if (plain) {
            generator.writeNumber(decimal.toPlainString());
        } else {
            generator.writeNumber(decimal);
        }
    }
}
