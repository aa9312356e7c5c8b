package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenScheduleTest {

    private static final Instant NOW = ManualRuntime.START;
    private static final TokenSettings SETTINGS = TokenSettings.defaults();

    private static AccessToken plan(Duration lifetime, double random) {
        return AccessToken.issued("t", NOW, lifetime, SETTINGS, random);
    }

    private static long ahead(AccessToken token) {
        return Duration.between(token.refreshAt(), token.expiresAt()).toMillis();
    }

    @Test
    void aTokenIsRenewedTenMinutesBeforeItsEndPlusARandomShareOfAnHour() {
        Duration day = Duration.ofHours(24);

        assertThat(ahead(plan(day, 0))).isEqualTo(Duration.ofMinutes(10).toMillis());
        assertThat(ahead(plan(day, 0.5))).isEqualTo(Duration.ofMinutes(40).toMillis());
    }

    @Test
    void theRandomShareIsAtMostATwentiethOfTheLifetime() {
        assertThat(ahead(plan(Duration.ofHours(2), 0.999999))).isBetween(959_000L, 960_000L);
    }

    @Test
    void aThousandProcessesSpreadTheirRenewalOverTheWholeWindow() {
        Random dice = new Random(42);
        long[] ahead = LongStream.range(0, 1000)
                .map(i -> ahead(plan(Duration.ofHours(24), dice.nextDouble())))
                .toArray();

        long min = LongStream.of(ahead).min().orElseThrow();
        long max = LongStream.of(ahead).max().orElseThrow();
        assertThat(max - min).isGreaterThan(Duration.ofMinutes(54).toMillis());
        assertThat(min).isGreaterThanOrEqualTo(SETTINGS.expiryMargin().toMillis());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 60, 120, 300, 1200})
    void aShortTokenIsUsedForAtLeastHalfItsLife(int seconds) {
        Duration lifetime = Duration.ofSeconds(seconds);
        for (double random : new double[] {0, 0.5, 0.999}) {
            AccessToken token = plan(lifetime, random);

            assertThat(ahead(token)).isLessThanOrEqualTo(lifetime.toMillis() / 2);
            assertThat(Duration.between(token.usableUntil(), token.expiresAt()))
                    .isLessThanOrEqualTo(lifetime.dividedBy(10));
            assertThat(token.stateAt(NOW)).isEqualTo(AccessToken.State.FRESH);
        }
    }

    @Test
    void shortTokensDoNotMeetAtHalfTimeEither() {
        assertThat(ahead(plan(Duration.ofMinutes(5), 0))).isNotEqualTo(ahead(plan(Duration.ofMinutes(5), 0.9)));
    }

    @Test
    void withoutTimeAheadTheRenewalBeginsAtTheLatestWithTheMargin() {
        AccessToken token =
                AccessToken.issued("t", NOW, Duration.ofHours(1), SETTINGS.withRefreshAhead(Duration.ZERO), 0);

        assertThat(token.refreshAt())
                .isEqualTo(token.usableUntil())
                .isEqualTo(token.expiresAt().minusSeconds(60));
    }

    @Test
    void theStateFollowsFromTheTimesAlone() {
        AccessToken token = plan(Duration.ofHours(24), 0);

        assertThat(token.stateAt(token.refreshAt().minusMillis(1))).isEqualTo(AccessToken.State.FRESH);
        assertThat(token.stateAt(token.refreshAt())).isEqualTo(AccessToken.State.STALE);
        assertThat(token.stateAt(token.usableUntil().minusMillis(1))).isEqualTo(AccessToken.State.STALE);
        assertThat(token.stateAt(token.usableUntil())).isEqualTo(AccessToken.State.EXPIRED);
    }
}
