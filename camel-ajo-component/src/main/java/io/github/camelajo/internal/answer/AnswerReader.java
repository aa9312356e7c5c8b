package io.github.camelajo.internal.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelajo.internal.text.RetryAfter;
import io.github.camelajo.internal.wire.AjoResponse;
import io.github.camelajo.result.OutputType;

/** Reads successful answers. JSON is read straight from the connection. */
public final class AnswerReader {

    /**
     * Text output has no limits of its own: an application that asks for text gets all of it, even if the JSON is
     * deeper or longer than the other parser allows.
     */
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Field names are skipped and not interned.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final ObjectReader values;
    private final OutputType outputType;
    private final long maxSize;
    private final Duration streamIdleLimit;
    private final InstantSource clock;

    /**
     * @param maxSize         the most bytes that are read of an unpacked answer, except as a stream
     * @param streamIdleLimit the longest time between two reads of a stream; zero for none
     */
    public AnswerReader(
            ObjectMapper mapper, OutputType outputType, long maxSize, Duration streamIdleLimit, InstantSource clock) {
        this(
                mapper.readerFor(Object.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS),
                outputType,
                maxSize,
                streamIdleLimit,
                clock);
    }

    /** Returns a reader for another output type. */
    public AnswerReader as(OutputType other) {
        return other == outputType ? this : new AnswerReader(values, other, maxSize, streamIdleLimit, clock);
    }

    /** Returns a reader that keeps every digit of a number. */
    public AnswerReader withExactNumbers() {
        return new AnswerReader(
                values.with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS),
                outputType,
                maxSize,
                streamIdleLimit,
                clock);
    }

    private AnswerReader(
            ObjectReader values, OutputType outputType, long maxSize, Duration streamIdleLimit, InstantSource clock) {
        this.streamIdleLimit = streamIdleLimit;
        this.clock = clock;
        this.values = values;
        this.outputType = outputType;
        this.maxSize = maxSize;
    }

    /**
     * Reads the body. The receiver of a stream closes it.
     *
     * @throws UnusableAnswerException when it is not what was asked for
     */
    public Answer read(AjoResponse response) throws IOException {
        return new Answer(
                response.status(),
                body(response),
                response.header("ETag"),
                response.header("Location"),
                response.header("x-resource-id"),
                response.requestId(),
                RetryAfter.parse(response.retryAfter(), clock.instant()));
    }

    private Object body(AjoResponse response) throws IOException {
        if (outputType == OutputType.STREAM) {
            return AnswerStream.of(response, streamIdleLimit);
        }
        InputStream content = response.content();
        if (content == null || response.status() == 204) {
            return null;
        }
        BoundedStream bounded = new BoundedStream(content, maxSize);
        String mediaType = response.mediaType();
        if (outputType == OutputType.JSON) {
            return mediaType.equals("text/html") ? notJson(bounded, mediaType) : wholeText(response, bounded);
        }
        if (!mediaType.isEmpty() && !isJson(mediaType)) {
            return notJson(bounded, mediaType);
        }
        try (JsonParser parser = values.createParser(bounded)) {
            // Some successful answers have no body although the documentation promises one.
            return parser.nextToken() == null ? null : values.readValue(parser);
        } catch (StreamConstraintsException e) {
            throw new UnusableAnswerException(
                    "the answer is beyond the limits of the JSON parser (nesting, or the length of a text or number); "
                            + "read it with outputType=json or stream");
        } catch (JsonProcessingException e) {
            throw incomplete(e.getLocation() == null ? -1 : e.getLocation().getByteOffset(), "bytes");
        }
    }

    private static UnusableAnswerException incomplete(long offset, String unit) {
        String where = offset < 0 ? "" : " after " + offset + " " + unit;
        return new UnusableAnswerException("the answer is not complete JSON: it breaks off or is malformed" + where);
    }

    private static String wholeText(AjoResponse response, BoundedStream content) throws IOException {
        String text = text(content.readAllBytes());
        // Without this a connection that broke off would look like the end of the body.
        if (text != null && !response.isEndTold() && isMeantAsJson(text, response.mediaType())) {
            checkWhole(text);
        }
        return text;
    }

    /** Without a media type only the text itself tells what it is: a raw call can return anything. */
    private static boolean isMeantAsJson(String text, String mediaType) {
        String begin = text.stripLeading();
        return mediaType.isEmpty() ? begin.startsWith("{") || begin.startsWith("[") : isJson(mediaType);
    }

    private static void checkWhole(String text) throws IOException {
        try (JsonParser parser = LENIENT.createParser(text)) {
            while (parser.nextToken() != null) {
                // Only the end of the body matters here.
            }
        } catch (StreamConstraintsException e) {
            // The nesting is too deep to tell.
        } catch (JsonProcessingException e) {
            throw incomplete(e.getLocation() == null ? -1 : e.getLocation().getCharOffset(), "characters");
        }
    }

    /** JSON is always UTF-8 (RFC 8259), whatever the media type says. A byte order mark is not part of it. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.isBlank() ? null : unmarked;
    }

    private static Object notJson(BoundedStream content, String mediaType) throws IOException {
        if (content.read() < 0) {
            return null;
        }
        throw new UnusableAnswerException(
                "the answer is " + mediaType + " where JSON was expected; a proxy or login page answered "
                        + "in place of Journey Optimizer, or the call needs outputType=json or stream");
    }

    private static boolean isJson(String mediaType) {
        return mediaType.endsWith("json");
    }
}
