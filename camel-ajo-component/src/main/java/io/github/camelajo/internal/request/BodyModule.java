package io.github.camelajo.internal.request;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.camelajo.internal.text.IsoTimes;
import io.github.camelajo.internal.text.PlainDecimals;

/**
 * Applies the rules of {@link JsonValues} inside of records and beans: times as ISO texts in UTC, text of any class as
 * text, an Optional as its value or nothing, big decimals without an exponent. Jackson's annotations on a field take
 * precedence.
 */
final class BodyModule extends Module {

    private static final String TIMES_OF_JACKSON = "jackson-datatype-jsr310";

    /** Whether a mapper is configured for times without a zone. */
    static boolean knowsTimesWithoutZone(ObjectMapper mapper) {
        return mapper.getRegisteredModuleIds().contains(TIMES_OF_JACKSON);
    }

    @Override
    public String getModuleName() {
        return "camel-ajo-bodies";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        boolean knows = context.getOwner() instanceof ObjectMapper mapper && knowsTimesWithoutZone(mapper);
        context.addSerializers(new Rules(knows));
        for (Class<?> type :
                new Class<?>[] {Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class}) {
            context.configOverride(type)
                    .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        }
    }

    private static final class Rules extends Serializers.Base {

        private final boolean knowsTimesWithoutZone;

        Rules(boolean knowsTimesWithoutZone) {
            this.knowsTimesWithoutZone = knowsTimesWithoutZone;
        }

        @Override
        public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            Class<?> raw = type.getRawClass();
            if (raw == String.class) {
                return null;
            }
            if (isTime(raw)) {
                return new TimeSerializer(null);
            }
            if (raw == BigDecimal.class) {
                return new PlainDecimals();
            }
            if (isWithoutZone(raw) && !knowsTimesWithoutZone) {
                return new ZonelessSerializer(raw);
            }
            if (CharSequence.class.isAssignableFrom(raw)) {
                return new TextSerializer();
            }
            return isOptional(raw) ? new OptionalSerializer() : null;
        }

        private static boolean isTime(Class<?> type) {
            return type == Instant.class
                    || type == OffsetDateTime.class
                    || type == ZonedDateTime.class
                    || type == LocalDate.class
                    || Calendar.class.isAssignableFrom(type)
                    || Date.class.isAssignableFrom(type) && !isWithoutZone(type);
        }

        private static boolean isWithoutZone(Class<?> type) {
            return type == LocalDateTime.class
                    || type == LocalTime.class
                    || type.getName().equals("java.sql.Time");
        }

        private static boolean isOptional(Class<?> type) {
            return type == Optional.class
                    || type == OptionalInt.class
                    || type == OptionalLong.class
                    || type == OptionalDouble.class;
        }
    }

    /** Times and days, in another format if the field asks for it. */
    private static final class TimeSerializer extends StdSerializer<Object> implements ContextualSerializer {

        private static final long serialVersionUID = 1L;

        private final transient DateTimeFormatter format;

        TimeSerializer(DateTimeFormatter format) {
            super(Object.class);
            this.format = format;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property) {
            JsonFormat.Value wanted =
                    property == null ? null : property.findPropertyFormat(provider.getConfig(), Object.class);
            if (wanted == null || !wanted.hasPattern()) {
                return wanted != null && wanted.getShape().isNumeric() ? new EpochSerializer() : this;
            }
            ZoneId zone = wanted.hasTimeZone() ? wanted.getTimeZone().toZoneId() : ZoneOffset.UTC;
            Locale locale = wanted.hasLocale() ? wanted.getLocale() : Locale.ROOT;
            return new TimeSerializer(
                    DateTimeFormatter.ofPattern(wanted.getPattern(), locale).withZone(zone));
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (format == null) {
                generator.writeString(IsoTimes.text(value));
            } else if (IsoTimes.isDay(value)) {
                generator.writeString(format.format(LocalDate.parse(IsoTimes.text(value))));
            } else {
                generator.writeString(format.format(IsoTimes.instant(value)));
            }
        }
    }

    /** Milliseconds, for fields that ask for a number. */
    private static final class EpochSerializer extends StdSerializer<Object> {

        private static final long serialVersionUID = 1L;

        EpochSerializer() {
            super(Object.class);
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            Instant instant = IsoTimes.isDay(value)
                    ? LocalDate.parse(IsoTimes.text(value))
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : IsoTimes.instant(value);
            generator.writeNumber(instant.toEpochMilli());
        }
    }

    /** Refuses a time without a zone, unless the field has a format. */
    private static final class ZonelessSerializer extends StdSerializer<Object> implements ContextualSerializer {

        private static final long serialVersionUID = 1L;

        private final transient DateTimeFormatter format;

        ZonelessSerializer(Class<?> type) {
            super(type, false);
            this.format = null;
        }

        private ZonelessSerializer(Class<?> type, DateTimeFormatter format) {
            super(type, false);
            this.format = format;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property) {
            JsonFormat.Value wanted =
                    property == null ? null : property.findPropertyFormat(provider.getConfig(), handledType());
            return wanted == null || !wanted.hasPattern()
                    ? this
                    : new ZonelessSerializer(
                            handledType(), DateTimeFormatter.ofPattern(wanted.getPattern(), Locale.ROOT));
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (format == null || !(value instanceof java.time.temporal.TemporalAccessor time)) {
                throw JsonValues.withoutZone(handledType());
            }
            generator.writeString(format.format(time));
        }
    }

    private static final class TextSerializer extends StdSerializer<Object> {

        private static final long serialVersionUID = 1L;

        TextSerializer() {
            super(Object.class);
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.toString());
        }
    }

    private static final class OptionalSerializer extends StdSerializer<Object> {

        private static final long serialVersionUID = 1L;

        OptionalSerializer() {
            super(Object.class);
        }

        private static Object content(Object value) {
            if (value instanceof OptionalInt optional) {
                return optional.isEmpty() ? null : (Object) optional.getAsInt();
            }
            if (value instanceof OptionalLong optional) {
                return optional.isEmpty() ? null : (Object) optional.getAsLong();
            }
            if (value instanceof OptionalDouble optional) {
                return optional.isEmpty() ? null : (Object) optional.getAsDouble();
            }
            return ((Optional<?>) value).orElse(null);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Object value) {
            return content(value) == null;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(content(value), generator);
        }
    }
}
