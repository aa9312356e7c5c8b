package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitsFileTest {

    @TempDir
    Path folder;

    @Test
    void readsTheFileOfTheExample() throws IOException {
        assertThat(LimitsFile.read(Path.of("limits.csv")))
                .hasSize(3)
                .contains(
                        new EndpointLimit(
                                "https://loyalty.example.com/points/*",
                                Set.of("POST"),
                                "action",
                                200,
                                Duration.ofSeconds(1),
                                50),
                        new EndpointLimit(
                                "https://sms.example.com/send",
                                Set.of("POST", "PUT"),
                                "action",
                                1000,
                                Duration.ofMinutes(1),
                                null));
    }

    @Test
    void columnsMayComeInAnyOrder() throws IOException {
        assertThat(LimitsFile.read(file("maxConnections,periodMs,maxCalls,caller,methods,url\n"
                        + ",1000,5,action,GET,https://example.com/*\n")))
                .extracting(EndpointLimit::url)
                .containsExactly("https://example.com/*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.example.com,GET,robot,1,1,|line 2: caller is 'robot', allowed: action or dataSource",
                "https://a.example.com,GET,action,0,1,|line 2: maxCalls is '0', allowed: a whole number from 1",
                "https://a.example.com,GET,action,1,x,|line 2: periodMs is 'x'",
                "https://a.example.com,GET,action,1,1,-3|line 2: maxConnections is '-3'",
                ",GET,action,1,1,|line 2: url is ''",
                "https://a.example.com,,action,1,1,|line 2: methods is ''"
            })
    void tellsWhereAFileIsWrong(String line, String message) throws IOException {
        Path file = file(String.join(",", LimitsFile.TITLES) + "\n" + line + "\n");

        assertThatThrownBy(() -> LimitsFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limits.csv, " + message);
    }

    @Test
    void anEndpointIsListedOnce() throws IOException {
        Path file = file(String.join(",", LimitsFile.TITLES) + "\n"
                + "https://a.example.com,GET,action,1,1,\nhttps://a.example.com,POST,action,2,1,\n");

        assertThatThrownBy(() -> LimitsFile.read(file)).hasMessageContaining("lists an endpoint twice");
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        Path file = file("url,methods\nhttps://a.example.com,GET\n");

        assertThatThrownBy(() -> LimitsFile.read(file)).hasMessageContaining("caller");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> LimitsFile.read(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("limits.csv"), content);
    }
}
