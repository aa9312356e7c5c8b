package io.github.camelajo.body;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.support.SimpleTypeConverter;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of body, sent with every kind of operation: what arrives is the same text in UTF-8. */
class BodyKindsTest extends AjoTestSupport {

    /** Letters that each charset writes in its own way, and numbers that no double holds. */
    private static final String JSON = "{\"entity\":{\"type\":\"EMAIL\",\"entityValue\":\"j\u00f6rg@example.com\"},"
            + "\"datasetIds\":[\"d\"],\"total\":12345678.90,\"price\":19.90,\"id\":12345678901234567.89,\"tiny\":0.0000001}";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    static Path folder;

    /** A buffer of another library that brings a converter along. */
    record Buffer(byte[] bytes) {}

    /** Text of another language. */
    record Words(String text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A body and the charset that its exchange tells, if any. */
    record Body(Object content, String charset) {}

    interface Maker {
        Object make(byte[] utf8, byte[] windows) throws IOException;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getTypeConverterRegistry()
                .addTypeConverter(
                        byte[].class,
                        Buffer.class,
                        new SimpleTypeConverter(false, (type, exchange, value) -> ((Buffer) value).bytes()));
        return context;
    }

    private static File file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "body", ".csv"), bytes).toFile();
    }

    private static GenericFile<Object> genericFile(Object file, Object content, String charset) {
        GenericFile<Object> wrapped = new GenericFile<>(true);
        wrapped.setFile(file);
        wrapped.setBody(content);
        wrapped.setFileName("people.csv");
        wrapped.setCharset(charset);
        return wrapped;
    }

    private static byte[] joined(int[] mark, byte[] text) {
        byte[] all = new byte[mark.length + text.length];
        for (int i = 0; i < mark.length; i++) {
            all[i] = (byte) mark[i];
        }
        System.arraycopy(text, 0, all, mark.length, text.length);
        return all;
    }

    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private static Named<Maker> kind(String name, Maker maker) {
        return Named.of(name, maker);
    }

    private static Named<Maker> in(String charset, String name, Maker maker) {
        return Named.of(name + " in " + charset, (utf8, windows) -> new Body(maker.make(utf8, windows), charset));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static List<Named<Maker>> kinds() {
        List<Named<Maker>> kinds = new ArrayList<>();
        kinds.add(kind("text", (utf8, windows) -> text(utf8)));
        kinds.add(kind("string builder", (utf8, windows) -> new StringBuilder(text(utf8))));
        kinds.add(kind("text of another class", (utf8, windows) -> new Words(text(utf8))));
        kinds.add(kind("bytes", (utf8, windows) -> utf8));
        kinds.add(kind("byte buffer", (utf8, windows) -> ByteBuffer.wrap(utf8)));
        kinds.add(kind("stream", (utf8, windows) -> new ByteArrayInputStream(utf8)));
        kinds.add(kind("cached stream", (utf8, windows) -> new InputStreamCache(utf8)));
        kinds.add(kind("reader", (utf8, windows) -> new StringReader(text(utf8))));
        kinds.add(kind("source of a stream", (utf8, windows) -> new StreamSource(new ByteArrayInputStream(utf8))));
        kinds.add(kind("source of a reader", (utf8, windows) -> new StreamSource(new StringReader(text(utf8)))));
        kinds.add(kind("class with a converter", (utf8, windows) -> new Buffer(utf8)));
        kinds.add(kind("file", (utf8, windows) -> file(utf8)));
        kinds.add(kind("path", (utf8, windows) -> file(utf8).toPath()));
        kinds.add(kind("consumed file", (utf8, windows) -> genericFile(file(utf8), null, null)));
        kinds.add(kind("fetched bytes", (utf8, windows) -> genericFile(new Object(), utf8, null)));
        kinds.add(kind("fetched text", (utf8, windows) -> genericFile(new Object(), text(utf8), null)));
        kinds.add(kind(
                "fetched stream", (utf8, windows) -> genericFile(new Object(), new ByteArrayInputStream(utf8), null)));
        kinds.add(kind(
                "consumed file with a charset", (utf8, windows) -> genericFile(file(windows), null, "windows-1252")));
        kinds.add(kind(
                "fetched bytes with a charset", (utf8, windows) -> genericFile(new Object(), windows, "windows-1252")));
        kinds.add(kind(
                "fetched stream with a charset",
                (utf8, windows) -> genericFile(new Object(), new ByteArrayInputStream(windows), "windows-1252")));
        kinds.add(in("windows-1252", "bytes", (utf8, windows) -> windows));
        kinds.add(in("windows-1252", "stream", (utf8, windows) -> new ByteArrayInputStream(windows)));
        kinds.add(in("windows-1252", "cached stream", (utf8, windows) -> new InputStreamCache(windows)));
        kinds.add(in("windows-1252", "file", (utf8, windows) -> file(windows)));
        kinds.add(in("windows-1252", "consumed file", (utf8, windows) -> genericFile(file(windows), null, null)));
        kinds.add(in("windows-1252", "buffer", (utf8, windows) -> new Buffer(windows)));
        // A data format has written it, and they all write UTF-8.
        kinds.add(in("windows-1252", "marshalled bytes", (utf8, windows) -> utf8));
        kinds.add(in("windows-1252", "marshalled stream", (utf8, windows) -> new InputStreamCache(utf8)));
        kinds.add(in("windows-1252", "text", (utf8, windows) -> text(utf8)));
        kinds.add(kind("text with a mark", (utf8, windows) -> "\uFEFF" + text(utf8)));
        kinds.add(kind("bytes with a mark", (utf8, windows) -> joined(MARK, utf8)));
        kinds.add(kind("stream with a mark", (utf8, windows) -> new ByteArrayInputStream(joined(MARK, utf8))));
        kinds.add(kind("cached stream with a mark", (utf8, windows) -> new InputStreamCache(joined(MARK, utf8))));
        kinds.add(kind("file with a mark", (utf8, windows) -> file(joined(MARK, utf8))));
        kinds.add(kind(
                "bytes in UTF-16 with a mark",
                (utf8, windows) -> joined(new int[] {0xFF, 0xFE}, text(utf8).getBytes(StandardCharsets.UTF_16LE))));
        kinds.add(kind(
                "file in UTF-16 with a mark",
                (utf8, windows) ->
                        file(joined(new int[] {0xFE, 0xFF}, text(utf8).getBytes(StandardCharsets.UTF_16BE)))));
        return kinds;
    }

    private static final Map<String, String> OPERATIONS = Map.of(
            "ajo:raw?httpMethod=POST&path=/imp/", "%s",
            // Not looked into.
            "ajo:loyalty-task?operation=create&checkBody=never", "%s",
            // Looked into.
            "ajo:dataset?operation=enable&checkBody=never", "%s",
            // Filled in.
            "ajo:capping?operation=create&checkBody=never", "%s with ORG",
            // A list is made of it.
            "ajo:suppression-address?operation=add&checkBody=never", "[%s]",
            "ajo:orchestrated-campaign?operation=trigger&id=c1&checkBody=never", "%s");

    static Stream<Arguments> kindsAndOperations() {
        return kinds().stream()
                .flatMap(kind -> OPERATIONS.keySet().stream().sorted().map(uri -> Arguments.of(kind, uri)));
    }

    private static String expected(String uri) {
        String form = OPERATIONS.get(uri);
        if (form.contains("ORG")) {
            return JSON.substring(0, JSON.length() - 1) + ",\"orgId\":\""
                    + simulator().organizationId() + "\"}";
        }
        return form.formatted(JSON);
    }

    private Exchange sendKind(String uri, Maker kind, String text) throws IOException {
        Object made = kind.make(text.getBytes(StandardCharsets.UTF_8), text.getBytes(WINDOWS));
        Exchange exchange = template.request(uri, e -> {
            if (made instanceof Body body) {
                e.setProperty(Exchange.CHARSET_NAME, body.charset());
                e.getMessage().setBody(body.content());
            } else {
                e.getMessage().setBody(made);
            }
        });
        LeakScan.note(exchange.getException());
        return exchange;
    }

    private static ReceivedRequest onlyRequest(Exchange exchange) {
        assertThat(simulator().requests()).as("%s", exchange.getException()).hasSize(1);
        return simulator().requests().get(0);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("kindsAndOperations")
    void whatArrivesIsTheTextInUtf8(Maker kind, String uri) throws IOException {
        Exchange exchange = sendKind(uri, kind, JSON);
        assertThat(onlyRequest(exchange).bodyAsString()).isEqualTo(expected(uri));
    }

    static Stream<Arguments> kindsAndUploads() {
        return kinds().stream().flatMap(kind -> Stream.of(
                        "ajo:suppression-upload?operation=create", "ajo:loyalty-product?operation=upload")
                .map(uri -> Arguments.of(kind, uri)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("kindsAndUploads")
    void whatArrivesAsAFileIsTheTextInUtf8(Maker kind, String uri) throws IOException {
        String csv = "TYPE,VALUE,COMMENT\nEMAIL,jane@example.com,gr\u00fc\u00df\u00e9\n";
        Exchange exchange = sendKind(uri, kind, csv);
        assertThat(onlyRequest(exchange).bodyAsString()).contains("\r\n\r\n" + csv + "\r\n--");
    }

    static Stream<Arguments> emptyKinds() {
        List<Named<Maker>> empty = new ArrayList<>(kinds());
        empty.removeIf(kind -> kind.getName().contains("mark"));
        empty.add(kind("only a mark", (utf8, windows) -> joined(MARK, new byte[0])));
        empty.add(kind("nothing", (utf8, windows) -> null));
        return empty.stream().flatMap(kind -> Stream.of(
                        "ajo:loyalty-task?operation=create&checkBody=never",
                        "ajo:dataset?operation=enable&checkBody=never",
                        "ajo:capping?operation=create&checkBody=never",
                        "ajo:suppression-address?operation=add&checkBody=never",
                        "ajo:suppression-upload?operation=create",
                        "ajo:loyalty-product?operation=upload")
                .map(uri -> Arguments.of(kind, uri)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("emptyKinds")
    void whatIsEmptyOrBlankIsRefusedWhereABodyIsNeeded(Maker kind, String uri) throws IOException {
        for (String nothing : List.of("", " \r\n\t ")) {
            assertThat(sendKind(uri, kind, nothing).getException())
                    .isInstanceOf(AjoValidationException.class)
                    .hasMessageContaining("needs a body");
        }
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void bytesOfARawRequestThatAreNoTextAreNotTouched() throws IOException {
        byte[] image = joined(MARK, new byte[] {' ', 0x41, 0x0A});
        String uri = "ajo:raw?httpMethod=POST&path=/imp/&contentType=image/png";
        for (Maker kind : List.<Maker>of(
                (utf8, windows) -> image,
                (utf8, windows) -> new ByteArrayInputStream(image),
                (utf8, windows) -> new InputStreamCache(image),
                (utf8, windows) -> file(image),
                (utf8, windows) -> new Body(image, "UTF-16"))) {
            sendKind(uri, kind, "");
        }
        assertThat(simulator().requests()).hasSize(5).allSatisfy(request -> assertThat(request.bodyAsString())
                .isEqualTo("\uFEFF A\n"));
    }

    @Test
    void manyBlanksOrZerosBeforeATextAreNoEmptyBody() throws IOException {
        String uri = "ajo:raw?httpMethod=POST&path=/imp/";
        for (String start : List.of(" ".repeat(20_000), " ".repeat(100_000), "\u0000".repeat(10))) {
            sendKind(uri, (utf8, windows) -> new ByteArrayInputStream(utf8), start + "x");
            sendKind(uri, (utf8, windows) -> file(utf8), start + "x");
            sendKind(uri, (utf8, windows) -> new InputStreamCache(utf8), start + "x");
        }
        assertThat(simulator().requests()).hasSize(9).allSatisfy(request -> assertThat(
                        request.bodyAsString().strip())
                .endsWith("x"));
    }

    @Test
    void textOfARawRequestIsWrittenInTheCharsetOfItsMediaType() throws IOException {
        String uri = "ajo:raw?httpMethod=POST&path=/imp/&contentType=text/csv; charset=UTF-16BE";
        sendKind(uri, (utf8, windows) -> text(utf8), "A");
        assertThat(simulator().requests().get(0).bodyAsString()).isEqualTo("\u0000A");
    }

    @Test
    void aCharsetThatDoesNotExistIsNamed() throws IOException {
        Exchange exchange = sendKind(
                "ajo:loyalty-task?operation=create&checkBody=never",
                (utf8, windows) -> new Body(utf8, "klingon"),
                "{}");
        assertThat(exchange.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("The charset 'klingon' of the exchange does not exist. Nothing was sent");
    }
}
