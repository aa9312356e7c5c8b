package io.github.camelajo.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Recognises UTF-8. Camel's data formats write UTF-8 even if the file of the exchange came in another charset. Trusting
 * the exchange then would corrupt what they wrote.
 */
final class Utf8 {

    private Utf8() {}

    /**
     * Whether bytes are UTF-8 text. A text in a single-byte charset with letters beyond ASCII practically never is. One
     * with control characters could also be UTF-16 or Japanese.
     */
    static boolean isText(InputStream bytes) throws IOException {
        // Not closed, because the stream is read again.
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
