package io.github.camelajo.gateway;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.gateway.RawServer.Script;
import io.github.camelajo.internal.call.AjoTransport;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A token request ends in its time, whatever the login does with that time. */
class SlowLoginTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n{";

    private final CamelContext context = new DefaultCamelContext();
    private AjoTransport transport;

    @BeforeEach
    void start() {
        context.start();
        transport = new AjoTransport(
                context, new ObjectMapper(), new AjoTransport.Settings(null, null, 10, 10, () -> "ajo"));
        ServiceHelper.startService(transport);
    }

    @AfterEach
    void stop() {
        ServiceHelper.stopService(transport);
        context.stop();
    }

    static Stream<Arguments> slow() {
        return Stream.of(
                Arguments.of("never answers", Scripts.after(Wire::hang)),
                Arguments.of("never reads", Scripts.before(Wire::hang)),
                Arguments.of("drips headers", Scripts.after(wire -> wire.send("HTTP/1.1 200 OK\r\n")
                        .drip("X: y\r\n"))),
                Arguments.of(
                        "drips the body", Scripts.after(wire -> wire.send(HEAD).drip(" "))),
                Arguments.of("stops in the body", Scripts.after(wire -> wire.send(HEAD)
                        .hang())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    void aLoginThatIsTooSlowIsATimeout(String name, Script script) throws Exception {
        try (RawServer login = new RawServer(script)) {
            assertThatThrownBy(() -> send(login)).isInstanceOf(InterruptedIOException.class);
            await().until(() -> login.connections() == 0);
        }
    }

    @Test
    void anAnswerWithoutEndIsGivenUpWithoutWaitingForIt() throws Exception {
        Script endless = Scripts.after(wire -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
            wire.sendWithoutEnd(" ".repeat(1000));
        });
        try (RawServer login = new RawServer(endless)) {
            assertThatThrownBy(() -> send(login))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("larger");
            await().until(() -> login.connections() == 0);
        }
    }

    @Test
    void whatIsLeftOnAConnectionIsNotTheAnswerToTheNextTokenRequest() throws Exception {
        Script more = (wire, request, number) -> Scripts.jsonAnd(
                        Scripts.token(number), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                .answer(wire, request, number);
        try (RawServer login = new RawServer(more)) {
            assertThat(send(login)).contains("token-1");
            assertThat(send(login)).contains("token-2");
        }
    }

    private String send(RawServer login) throws IOException {
        return transport
                .tokenTransport(Duration.ofSeconds(5))
                .send(URI.create(login.url() + "/ims/token/v3"), "grant_type=client_credentials", LIMIT)
                .body();
    }
}
