package io.github.camelajo.gateway;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.gateway.RawServer.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What one call leaves on a connection is no matter of the next. */
class KeptConnectionTest extends RawServerSupport {

    private static final String FORGED = "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"uid\":\"forged\"}";

    private static Script goodThen(String more) {
        return Scripts.firstThen(Scripts.jsonAnd(Scripts.CONFIG, more), Scripts.ok());
    }

    @ParameterizedTest
    @ValueSource(strings = {FORGED, "garbage", "\r\n", "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"})
    void whatComesBehindAnAnswerIsNotTheAnswerToTheNextCall(String more) throws Exception {
        try (RawServer api = serve(goodThen(more))) {
            assertThat(send(read(api), null).getException()).isNull();
            Exchange create = send(create(api), CONFIGURATION);
            assertThat(create.getException()).isNull();
            assertThat(create.getMessage().getBody(Map.class)).containsKey("result");
            assertThat(api.requests()).hasSize(2);
        }
    }

    @Test
    void theBodyBehindA204IsNotTheAnswerToTheNextCall() throws Exception {
        Script unannounced = Scripts.firstThen(
                Scripts.after(wire -> wire.send("HTTP/1.1 204 No Content\r\n\r\n{\"uid\":\"forged\"}")), Scripts.ok());
        try (RawServer api = serve(unannounced)) {
            assertThat(send(create(api), CONFIGURATION).getException()).isNull();
            Exchange create = send(create(api), CONFIGURATION);
            assertThat(create.getMessage().getBody(Map.class)).containsKey("result");
            assertThat(api.requests()).hasSize(2);
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsNoticedBeforeACreateIsSent() throws Exception {
        Script closing = (wire, request, number) -> {
            Scripts.ok().answer(wire, request, number);
            if (number == 1) {
                wire.close();
            }
        };
        try (RawServer api = serve(closing)) {
            send(read(api), null);
            await().until(() -> api.connections() == 0);
            assertThat(send(create(api), CONFIGURATION).getException()).isNull();
            assertThat(api.requests()).hasSize(2);
        }
    }

    @Test
    void aReadThatFindsItsConnectionClosedIsMadeOnANewOneHoweverManyWereKept() throws Exception {
        CyclicBarrier together = new CyclicBarrier(5);
        AtomicBoolean restarted = new AtomicBoolean();
        Script script = (wire, request, number) -> {
            if (!restarted.get()) {
                meet(together);
            }
            Scripts.ok().answer(wire, request, number);
        };
        try (RawServer api = serve(script)) {
            List<CompletableFuture<Exchange>> calls = IntStream.range(0, 5)
                    .mapToObj(i -> template.asyncSend(read(api), exchange -> {}))
                    .toList();
            for (CompletableFuture<Exchange> call : calls) {
                assertThat(call.get().getException()).isNull();
            }
            assertThat(api.connectionsEver()).isEqualTo(5);
            restarted.set(true);
            api.dropConnections();
            await().until(() -> api.connections() == 0);

            assertThat(send(read(api), null).getException()).isNull();
            assertThat(api.connectionsEver()).isEqualTo(6);
            assertThat(api.requests()).hasSize(6);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRestartedServerIsCalledAgainWhateverHappenedToItsConnections() throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            for (int round = 0; round < 5; round++) {
                assertThat(send(read(api), null).getException()).isNull();
                assertThat(send(create(api), CONFIGURATION).getException()).isNull();
                api.dropConnections();
                await().until(() -> api.connections() == 0);
            }
            assertThat(api.requests()).hasSize(10);
        }
    }

    @Test
    void anAnswerThatIsReadToItsEndLeavesItsConnectionAndAnyOtherDropsIt() throws Exception {
        try (RawServer api = serve(Scripts.firstThen(Scripts.ok(), Scripts.html(200)))) {
            send(read(api), null);
            assertThat(api.connections()).isEqualTo(1);
            send(read(api), null);
            await().until(() -> api.connections() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&outputType=json", "&outputType=stream"})
    void packedAnswersInChunksLeaveTheirConnectionToo(String option) throws Exception {
        byte[] packed = Scripts.packed(Scripts.CONFIG);
        Script chunks = Scripts.after(wire -> wire.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(packed.length) + "\r\n")
                .send(packed)
                .send("\r\n0\r\n\r\n"));
        try (RawServer api = serve(chunks)) {
            for (int i = 0; i < 3; i++) {
                String read = template.requestBody(read(api) + option, null, String.class);
                assertThat(read).contains("orders");
            }
            assertThat(api.requests()).hasSize(3);
            assertThat(api.connectionsEver()).isEqualTo(1);
        }
    }

    @Test
    void whatComesWithoutEndBehindAPackedAnswerIsNotWaitedFor() throws Exception {
        byte[] packed = Scripts.packed(Scripts.CONFIG);
        Script endless = Scripts.after(wire -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 999999999999\r\n\r\n")
                    .send(packed);
            wire.sendWithoutEnd("0123456789");
        });
        try (RawServer api = serve(endless)) {
            assertThat(send(read(api), null).getException()).isNull();
            await().until(() -> api.connections() == 0);
        }
    }

    @Test
    void aStreamThatNobodyReadsIsDroppedWithItsExchangeHoweverLongItIs() throws Exception {
        Script endless = Scripts.after(wire -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
            wire.sendWithoutEnd("0123456789");
        });
        try (RawServer api = serve(endless)) {
            Exchange exchange = send(read(api) + "&outputType=stream", null);
            assertThat(exchange.getMessage().getBody()).isInstanceOf(InputStream.class);
            await().until(() -> api.connections() == 0);
        }
    }

    @Test
    void aBodyThatCanBeReadOnceIsNotSentTwiceAndTheTokenIsDroppedAllTheSame() throws Exception {
        try (RawServer api = serve(refusingTheFirstTokenFromTheSecondRequestOn())) {
            assertThat(send(read(api), null).getException()).isNull();
            InputStream once = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
            Exchange refused = send(raw(api), once);
            assertThat(refused.getException()).isInstanceOf(AjoAuthenticationException.class);
            assertThat(api.requests()).hasSize(2);
            assertThat(send(read(api), null).getException()).isNull();
            assertThat(api.requests().get(2).header("authorization")).isEqualTo("Bearer token-2");
        }
    }

    private static Script refusingTheFirstTokenFromTheSecondRequestOn() {
        return (wire, request, number) -> {
            boolean refused = number > 1 && request.header("authorization").equals("Bearer token-1");
            (refused ? Scripts.status(401) : Scripts.ok()).answer(wire, request, number);
        };
    }

    @Test
    void anUploadThatBreaksInTheMiddleIsNotRepeated() throws Exception {
        Script breaking = Scripts.inTheMiddle(wire -> {
            wire.skip(100_000);
            wire.reset();
        });
        try (RawServer api = serve(breaking)) {
            InputStream once = new ByteArrayInputStream(new byte[5_000_000]);
            AjoException broken = failure(raw(api) + "&maxRetries=3", once);
            assertThat(broken).isInstanceOf(AjoTransportException.class);
            assertThat(((AjoTransportException) broken).isRequestSent()).isTrue();
            assertThat(api.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusalThatComesBeforeTheWholeUploadHasLeftIsRead() throws Exception {
        Script tooLarge = Scripts.inTheMiddle(wire -> {
            wire.skip(100_000);
            wire.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
            // The rest is taken from the line and thrown away, as an orderly server does.
            wire.hang();
        });
        try (RawServer api = serve(tooLarge)) {
            AjoException refused = failure(raw(api), new ByteArrayInputStream(new byte[20_000_000]));
            assertThat(refused).isInstanceOf(AjoValidationException.class);
            assertThat(refused.getStatusCode()).isEqualTo(413);
            assertThat(api.requests()).hasSize(1);
        }
    }
}
