package io.github.camelajo.body;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies as other components make them. */
class OtherBodiesTest extends AjoTestSupport {

    private static final String UPLOAD = "ajo:suppression-upload?operation=create";
    private static final String CSV = "TYPE,VALUE,COMMENT\nEMAIL,jane@example.com,asked\u00e9\u00e9\u00e9\n";
    private static final String WAIT = "&awaitCompletion=true&awaitDelay=10&awaitMaxDelay=50";
    private static final String RAW = "ajo:raw?httpMethod=POST&path=/imp/";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cached").streamCache("true").to(RAW);
                from("direct:beside")
                        .streamCache("false")
                        .enrich("ajo:capping?operation=list", (order, list) -> order)
                        .convertBodyTo(String.class);
                from("direct:uncached").streamCache("false").toD("${header.uri}");
            }
        };
    }

    /** A file as a consumer of a remote server hands it over: what it has is no {@link File}. */
    private static GenericFile<Object> fetched(Object content) {
        GenericFile<Object> file = new GenericFile<>(true);
        file.setFile(new Object());
        file.setBody(content);
        file.setFileName("people.csv");
        return file;
    }

    static List<Object> guises() {
        byte[] bytes = CSV.getBytes(StandardCharsets.UTF_8);
        return List.of(
                fetched(bytes),
                fetched(CSV),
                fetched(new ByteArrayInputStream(bytes)),
                new StringReader(CSV),
                ByteBuffer.wrap(bytes),
                new StringBuilder(CSV));
    }

    private static String lastBody() {
        List<String> bodies = new ArrayList<>();
        simulator().requests().forEach(request -> bodies.add(request.bodyAsString()));
        return bodies.get(bodies.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("guises")
    void anUploadTakesWhatTheyHold(Object body) {
        assertThat(send(UPLOAD, body).getException()).isNull();
        assertThat(lastBody()).contains(CSV.trim());
    }

    @ParameterizedTest
    @MethodSource("guises")
    void andSoDoesARawRequest(Object body) {
        send(RAW, body);
        assertThat(lastBody()).isEqualTo(CSV);
    }

    @ParameterizedTest
    @MethodSource("guises")
    void aCachedStreamArrivesWithAllItsBytes(Object body) {
        send("direct:cached", body);
        assertThat(lastBody()).isEqualTo(CSV);
    }

    @ParameterizedTest
    @ValueSource(strings = {UPLOAD, "ajo:loyalty-product?operation=upload", RAW, "ajo:loyalty-task?operation=create"})
    void aFileThatIsNotThereIsToldBeforeAnythingIsSent(String uri) {
        for (Object missing : List.of(new File("no/such.csv"), Path.of("no/such.csv"))) {
            assertThat(failure(AjoValidationException.class, uri, missing))
                    .hasMessageContaining("the file in the body does not exist or cannot be read");
        }
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:cached", RAW})
    void aReaderIsSentAgainWithANewToken(String uri) {
        send(RAW, "first");
        simulator().expireTokens();
        send(uri, new StringReader(CSV));
        assertThat(simulator().requests()).hasSize(3);
        assertThat(lastBody()).isEqualTo(CSV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void aReaderGoesOutInUtf8WhateverTheFilesOfTheExchangeAreIn(String charset) {
        template.request(RAW, e -> {
            e.setProperty(Exchange.CHARSET_NAME, charset);
            e.getMessage().setBody(new StringReader(CSV));
        });
        assertThat(lastBody()).isEqualTo(CSV);
    }

    @Test
    void aBodyThatDoesNotGoOutIsLeftAlone() {
        assertThat(template.requestBody("direct:beside", new StringReader("the order")))
                .isEqualTo("the order");
        StringReader reader = new StringReader("the order");
        send("ajo:raw?path=/imp/", reader);
        assertThat(context.getTypeConverter().convertTo(String.class, reader)).isEqualTo("the order");
    }

    @Test
    void aStreamThatIsReadBeforeTheUploadIsClosed() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        assertThat(send(UPLOAD, stream).getException()).isNull();
        assertThat(closed).isTrue();
    }

    @Test
    void aStreamThatNobodyCachesIsStillKnownWhenTheJobIsLookedFor() {
        Exchange exchange = uncached(
                "ajo:fragment?operation=publish" + WAIT,
                "{\"fragmentId\":\"" + ContentSamples.EXPRESSION_FRAGMENT + "\"}");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_STATE)).isEqualTo("complete");
    }

    @Test
    void andWhenTheRecipientsAreTold() {
        Exchange exchange = uncached(
                "ajo:message?operation=triggerUnitary&answerPerRecipient=true",
                "{\"campaignId\":\"" + SampleIds.LIVE_CAMPAIGN
                        + "\",\"recipients\":[{\"type\":\"external\",\"userId\":\"jane\",\"namespace\":\"email\"}]}");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(List.class).toString()).contains("recipient=", "executionId=");
    }

    private Exchange uncached(String uri, String json) {
        return template.request("direct:uncached", e -> {
            e.getMessage().setHeader("uri", uri);
            e.getMessage().setBody(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "fragment"})
    void contentThatWasGotCanBePutBack(String api) {
        String id = api.equals("template") ? ContentSamples.HTML_TEMPLATE : ContentSamples.EXPRESSION_FRAGMENT;
        Exchange got = template.request(
                "ajo:" + api + "?operation=get", e -> e.getMessage().setHeader(AjoConstants.ID, id));
        Map<?, ?> content = got.getMessage().getBody(Map.class);
        assertThat(content.get("channels")).isInstanceOf(String.class);
        Exchange put = template.request("ajo:" + api + "?operation=update&ifMatch=auto", e -> {
            e.getMessage().setHeader(AjoConstants.ID, id);
            e.getMessage().setBody(content);
        });
        assertThat(put.getException()).isNull();
        assertThat(content.get("channels")).as("not changed").isInstanceOf(String.class);
    }
}
