package io.github.camelajo.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 from other charsets. Camel's data formats write UTF-8 also into an exchange whose file came in another charset:
 * to believe the exchange then would spoil what they wrote.
 */
final class Utf8 {

    private Utf8() {}

    /**
     * Whether bytes are a text in UTF-8. A text in a charset of single bytes that has letters beyond ASCII practically never
     * is; one with control characters could be a text in UTF-16 or a Japanese one.
     */
    static boolean isText(InputStream bytes) throws IOException {
        // Not closed: the stream is read again.
        Reader reader = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        char[] chars = new char[4096];
        try {
            for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
                for (int i = 0; i < count; i++) {
                    if (chars[i] < ' ' && chars[i] != '\n' && chars[i] != '\r' && chars[i] != '\t') {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
