package io.github.camelajo.simulator.internal.family.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Refusal;

/** The rules of the content service for headers: vendor media types and {@code If-Match}. */
final class ContentHeaders {

    static final String JSON_PATCH = "application/json-patch+json";

    private ContentHeaders() {}

    /** Refuses a body of any other type with 415, and a body without a type with 400. */
    static void checkContentType(Call call, String mediaType) {
        String sent = call.request().header("Content-Type");
        if (sent == null || sent.isBlank()) {
            throw ContentErrors.badRequest(call, "A body needs a Content-Type header");
        }
        if (!bare(sent).equals(mediaType)) {
            throw ContentErrors.refuse(
                    call, 415, "Unsupported Media Type", "Content-Type '" + bare(sent) + "' is not " + mediaType);
        }
    }

    /**
     * For operations that declare {@code Accept} as required. The header must name the one type; a wildcard is not
     * enough.
     */
    static void requireAccept(Call call, String mediaType) {
        String sent = call.request().header("Accept");
        if (sent == null || sent.isBlank()) {
            throw ContentErrors.badRequest(call, "Required header Accept is missing: it must be " + mediaType);
        }
        if (accepted(call).noneMatch(mediaType::equals)) {
            throw notAcceptable(call, sent, mediaType);
        }
    }

    /** For the other operations that answer with a body. Any {@code Accept} that allows the type is fine. */
    static void checkAccept(Call call, String mediaType) {
        String sent = call.request().header("Accept");
        if (sent != null
                && !sent.isBlank()
                && accepted(call)
                        .noneMatch(
                                type -> type.equals(mediaType) || "*/*".equals(type) || "application/*".equals(type))) {
            throw notAcceptable(call, sent, mediaType);
        }
    }

    /** A missing tag is refused with 400, a stale one with 409. Only a strong comparison counts; {@code *} is not a tag. */
    static void checkIfMatch(Call call, ContentItem item) {
        String sent = call.request().header("If-Match");
        if (sent == null || sent.isBlank()) {
            throw ContentErrors.badRequest(call, "Required header If-Match is missing");
        }
        if (!sent.strip().equals(item.etag())) {
            throw ContentErrors.refuse(
                    call,
                    409,
                    "Conflict",
                    "The resource was changed in the meantime: If-Match " + sent + " is not its current etag");
        }
    }

    private static Refusal notAcceptable(Call call, String sent, String mediaType) {
        return ContentErrors.refuse(call, 406, "Not Acceptable", "Accept '" + sent + "' does not admit " + mediaType);
    }

    private static Stream<String> accepted(Call call) {
        return call.request().headers().get("Accept").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(ContentHeaders::bare);
    }

    private static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
