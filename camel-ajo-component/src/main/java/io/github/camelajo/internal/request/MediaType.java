package io.github.camelajo.internal.request;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

import org.apache.hc.core5.http.ContentType;

/**
 * The media type of a raw request's body.
 *
 * @param isText  whether it is text, and not an image for example
 * @param charset what text is written in
 */
record MediaType(boolean isText, Charset charset) {

    /**
     * Reads a media type.
     *
     * @throws IllegalArgumentException when its charset does not exist
     */
    static MediaType parse(String contentType) {
        try {
            ContentType parsed = contentType == null ? null : ContentType.parse(contentType);
            if (parsed == null) {
                return new MediaType(false, StandardCharsets.UTF_8);
            }
            Charset charset = parsed.getCharset() == null ? StandardCharsets.UTF_8 : parsed.getCharset();
            return new MediaType(isText(parsed.getMimeType().toLowerCase(Locale.ROOT)), charset);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw new IllegalArgumentException("contentType names a charset that does not exist");
        } catch (IllegalArgumentException e) {
            // Sent exactly as written: the receiver decides what it means.
            return new MediaType(false, StandardCharsets.UTF_8);
        }
    }

    private static boolean isText(String type) {
        return type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("xml")
                || type.equals("application/x-www-form-urlencoded");
    }
}
