package io.github.camelajo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.model.AudienceRequest;
import io.github.camelajo.model.Execution;
import io.github.camelajo.model.Schedule;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Waiting for a schedule ends with the execution it leads to, whichever operation the waiting began with. */
class AwaitedScheduleTest extends AjoTestSupport {

    private static final String WAIT = "&awaitCompletion=true&awaitDelay=10&awaitMaxDelay=10&outputType=pojo";

    private static AudienceRequest inAnHour() {
        return AudienceRequest.of(SampleIds.LIVE_AUDIENCE_CAMPAIGN)
                .withSchedule(Schedule.at(Instant.now().plus(Duration.ofHours(1))));
    }

    private static void afterTheHour() {
        await().until(() -> simulator().requests().stream()
                .anyMatch(request -> request.path().contains("/schedules/")));
        simulator().advanceClock(Duration.ofHours(2));
    }

    @Test
    void aScheduledAudienceIsWaitedForUntilItsMessagesAreOut() throws Exception {
        Future<Execution> waiting =
                template.asyncRequestBody("ajo:message?operation=triggerAudience" + WAIT, inAnHour(), Execution.class);
        afterTheHour();
        assertThat(waiting.get(30, TimeUnit.SECONDS).status()).isEqualTo("Succeeded");
    }

    @Test
    void aScheduleThatExistsIsWaitedForAndGivesAnExecution() throws Exception {
        String id = template.requestBody(
                        "ajo:message?operation=triggerAudience&outputType=pojo", inAnHour(), Execution.class)
                .scheduleId();
        Future<Object> waiting =
                template.asyncRequestBody("ajo:message?operation=getSchedule&id=" + id + WAIT, (Object) null);
        afterTheHour();
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isInstanceOfSatisfying(Execution.class, execution -> {
            assertThat(execution.status()).isEqualTo("Succeeded");
            assertThat(execution.campaignId()).isEqualTo(SampleIds.LIVE_AUDIENCE_CAMPAIGN);
            assertThat(execution.targetedProfileCount()).isPositive();
        });
    }
}
