package io.github.camelajo.internal.text;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "' 120 ', 120", "300s, 300", "300 S, 300", "1.5, 2", "2.0, 2"})
    void secondsAreReadLeniently(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 6 08:49:37 1994"
            })
    void datesOfHttpAreRead(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theOldDateWithTwoDigitsIsOfThisCentury() {
        assertThat(RetryAfter.parse("Tuesday, 24-Nov-26 10:00:05 GMT", Instant.parse("2026-11-24T10:00:00Z")))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aDateInThePastIsNoWait() {
        assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:00 GMT", NOW)).isZero();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"soon", "-5", "1e3", "Sun, 32 Nov 1994 08:49:37 GMT", "7 8"})
    void whatCannotBeUnderstoodIsNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999", "12345678901234567890", "99999999999999999999999999999999999999"})
    void hugeNumbersDoNotOverflow(String header) {
        Duration wait = RetryAfter.parse(header, NOW);

        assertThat(wait).isEqualTo(Duration.ofDays(3650));
        assertThat(wait.toNanos()).isPositive();
    }

    @Test
    void aCapHoldsForSecondsAndDates() {
        Duration cap = Duration.ofSeconds(60);

        assertThat(RetryAfter.parse("1500", NOW, cap)).isEqualTo(cap);
        assertThat(RetryAfter.parse("Mon, 07 Nov 1994 08:49:37 GMT", NOW, cap)).isEqualTo(cap);
        assertThat(RetryAfter.parse("59", NOW, cap)).isEqualTo(Duration.ofSeconds(59));
        assertThat(RetryAfter.parse(null, NOW, cap)).isNull();
    }
}
