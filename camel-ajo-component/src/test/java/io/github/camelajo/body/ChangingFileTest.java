package io.github.camelajo.body;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A file that does not stay as it was while it is sent. */
class ChangingFileTest extends AjoTestSupport {

    @TempDir
    private Path folder;

    private Path file(long length) throws Exception {
        Path file = folder.resolve("list.csv");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(length);
        }
        return file;
    }

    /** Cut when the request is made and not yet sent: the token comes in between. */
    private Exchange sendAndCut(String uri, Path file, long length) throws Exception {
        simulator().tokenLatency(Duration.ofMillis(500));
        var coming = template.asyncSend(uri, exchange -> exchange.getMessage().setBody(file.toFile()));
        await().until(() -> simulator().tokenRequests().size() == 1);
        if (length < 0) {
            Files.delete(file);
        } else {
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                content.setLength(length);
            }
        }
        return coming.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ajo:suppression-upload?operation=create", "ajo:raw?httpMethod=POST&path=/imp/"})
    @Timeout(30)
    void oneThatBecomesShorterEndsTheCallSoonAndIsNamed(String uri) throws Exception {
        Exchange exchange = sendAndCut(uri, file(100_000), 400);

        assertThat(exchange.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("the file list.csv in the body became shorter: 400 bytes in place of 100000")
                .hasMessageContaining("Nothing was carried out")
                .hasMessageNotContaining(folder.toString());
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ajo:suppression-upload?operation=create", "ajo:raw?httpMethod=POST&path=/imp/"})
    @Timeout(30)
    void oneThatIsGoneIsNamed(String uri) throws Exception {
        Exchange exchange = sendAndCut(uri, file(1000), -1);

        assertThat(exchange.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("the file list.csv in the body cannot be read any more");
    }

    @Test
    void oneThatGrowsIsSentAsItWas() throws Exception {
        sendAndCut("ajo:raw?httpMethod=POST&path=/imp/", file(1000), 2000);

        assertThat(simulator().requests()).hasSize(1);
        assertThat(simulator().requests().get(0).body()).hasSize(1000);
    }

    @Test
    void aConnectionThatBreaksIsNotBlamedOnTheFile() throws Exception {
        simulator().failNext(Fault.builder().count(2).reset().build());
        Exchange exchange =
                send("ajo:raw?httpMethod=POST&path=/imp/", file(1000).toFile());

        assertThat(exchange.getException()).isNotNull().hasMessageNotContaining("list.csv");
    }
}
