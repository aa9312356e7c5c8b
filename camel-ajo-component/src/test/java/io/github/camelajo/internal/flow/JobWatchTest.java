package io.github.camelajo.internal.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoJobException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.BaseUrl;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.request.RequestDefaults;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobWatchTest {

    private static final PollPlan PLAN =
            new PollPlan(Duration.ofSeconds(2), Duration.ofSeconds(10), 2, Duration.ofSeconds(60));

    // Near the end of its range, where such a clock may stand as well as anywhere.
    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();

    private JobWatch.Next first(String api, String operation, CallInput input, Answer answer) {
        Operation found = OperationCatalog.require(api, operation);
        return watch(found, input).first(answer);
    }

    private JobWatch watch(Operation operation, CallInput input) {
        return new JobWatch(operation, PLAN, requests(operation), input, () -> nanos);
    }

    private void passes(long seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    private static AjoRequestFactory requests(Operation operation) {
        return requests(operation, Map.of());
    }

    private static AjoRequestFactory requests(Operation operation, Map<String, ?> ofTheEndpoint) {
        RequestDefaults defaults = new RequestDefaults(
                BaseUrl.parse("baseUrl", "http://localhost", false), List.of(), "client", "o@AdobeOrg", "dev");
        return new AjoRequestFactory(operation, defaults, ofTheEndpoint, new RequestBodies(new ObjectMapper()));
    }

    private static CallInput input(Map<String, ?> parameters, Object body) {
        return new CallInput("dev", parameters, null, body, null, null);
    }

    private static Answer answer(Object body) {
        return answer(body, null);
    }

    private static Answer answer(Object body, Duration retryAfter) {
        return new Answer(200, body, null, null, null, null, retryAfter);
    }

    @Test
    void anAudienceThatIsSentNowIsFollowedByItsExecution() {
        JobWatch.Ask ask = (JobWatch.Ask)
                first("message", "triggerAudience", CallInput.nothing("dev"), answer(Map.of("executionId", "e1")));
        assertThat(ask.operation().name()).isEqualTo("getExecution");
        assertThat(ask.input().parameters()).isEqualTo(Map.of("executionId", "e1"));
        assertThat(ask.delay()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aScheduledAudienceIsFollowedFromTheScheduleToTheExecution() {
        Operation trigger = OperationCatalog.require("message", "triggerAudience");
        JobWatch watch = watch(trigger, CallInput.nothing("dev"));
        JobWatch.Ask schedule =
                (JobWatch.Ask) watch.first(answer(Map.of("scheduleId", "s1", "scheduleStatus", "Scheduled")));
        assertThat(schedule.operation().name()).isEqualTo("getSchedule");
        JobWatch.Ask execution = (JobWatch.Ask) watch.told(
                answer(Map.of("scheduleStatus", "Triggered", "executionDetails", Map.of("executionId", "e1"))));
        assertThat(execution.operation().name()).isEqualTo("getExecution");
        JobWatch.Ended ended = (JobWatch.Ended) watch.told(answer(Map.of("status", "Succeeded")));
        assertThat(ended.progress()).isEqualTo(new JobProgress("e1", "Succeeded", false));
    }

    @Test
    void aPublicationIsFollowedByTheFragmentOfTheRequestAndItsRetryAfter() {
        JobWatch.Ask ask = (JobWatch.Ask) first(
                "fragment",
                "publish",
                input(Map.of(), Map.of("fragmentId", "f1")),
                answer(null, Duration.ofSeconds(5)));
        assertThat(ask.operation().name()).isEqualTo("getPublicationStatus");
        assertThat(ask.input().parameters().toString()).contains("f1");
        assertThat(ask.delay()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aQuestionThatIsRefusedForAMomentIsAskedAgainAfterIt() {
        Operation get = OperationCatalog.require("dataset", "getJob");
        JobWatch watch = watch(get, input(Map.of("jobId", "j1"), null));
        watch.first(answer(Map.of("jobStatus", "IN_PROGRESS")));
        AjoRateLimitException refused = new AjoRateLimitException(
                "too many",
                new ErrorDetails("dataset.getJob", "dev", 429, null, null, null, true, Duration.ofSeconds(9)));
        assertThat(((JobWatch.Ask) watch.askAgain(refused)).delay()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void butNotLaterThanTheLongestDelayHoweverLongTheRefusalIs() {
        Operation get = OperationCatalog.require("dataset", "getJob");
        JobWatch watch = watch(get, input(Map.of("jobId", "j1"), null));
        watch.first(answer(Map.of("jobStatus", "IN_PROGRESS")));
        AjoRateLimitException refused = new AjoRateLimitException(
                "too many",
                new ErrorDetails("dataset.getJob", "dev", 429, null, null, null, true, Duration.ofSeconds(120)));
        assertThat(((JobWatch.Ask) watch.askAgain(refused)).delay()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theQuestionNamesWhatTheEndpointSays() {
        Operation create = OperationCatalog.require("simulation", "createProof");
        JobWatch watch = new JobWatch(
                create, PLAN, requests(create, Map.of("campaignId", "c1")), CallInput.nothing("dev"), () -> nanos);
        JobWatch.Ask ask = (JobWatch.Ask) watch.first(answer(Map.of("proofJobId", "p1")));
        assertThat(ask.input().parameters()).isEqualTo(Map.of("campaignId", "c1", "proofJobId", "p1"));
    }

    @Test
    void aRetryAfterOfMoreThanAMinuteIsTakenForMilliseconds() {
        JobWatch.Ask ask = (JobWatch.Ask) first(
                "fragment",
                "publish",
                input(Map.of(), "{\"fragmentId\":\"f1\"}"),
                answer(null, Duration.ofSeconds(3000)));
        assertThat(ask.delay()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theTimeBetweenQuestionsGrowsToItsLimitAndEndsWithTheWaiting() {
        Operation get = OperationCatalog.require("dataset", "getJob");
        JobWatch watch = watch(get, input(Map.of("jobId", "j1"), null));
        Answer running = answer(Map.of("jobStatus", "IN_PROGRESS"));
        assertThat(((JobWatch.Ask) watch.first(running)).delay()).isEqualTo(Duration.ofSeconds(2));
        passes(2);
        assertThat(((JobWatch.Ask) watch.told(running)).delay()).isEqualTo(Duration.ofSeconds(4));
        passes(4);
        assertThat(((JobWatch.Ask) watch.told(running)).delay()).isEqualTo(Duration.ofSeconds(8));
        passes(8);
        assertThat(((JobWatch.Ask) watch.told(running)).delay()).isEqualTo(Duration.ofSeconds(10));
        passes(43);
        assertThat(((JobWatch.Ask) watch.told(running)).delay()).isEqualTo(Duration.ofSeconds(3));
        passes(3);
        assertThatThrownBy(() -> watch.told(running)).isInstanceOfSatisfying(AjoJobException.class, e -> {
            assertThat(e.isTimedOut()).isTrue();
            assertThat(e.getJobId()).isEqualTo("j1");
            assertThat(e.getState()).isEqualTo("IN_PROGRESS");
        });
    }

    @Test
    void anUploadWithFailedLinesHasEndedWellForAPart() {
        Operation get = OperationCatalog.require("suppression-upload", "get");
        JobWatch.Ended ended = (JobWatch.Ended) watch(get, input(Map.of("jobId", "j1"), null))
                .first(answer(Map.of("status", "COMPLETE", "failedCount", 2)));
        assertThat(ended.progress()).isEqualTo(new JobProgress("j1", "COMPLETE", true));
    }

    @Test
    void aFailedJobTellsItsOwnReasonsWithoutAddresses() {
        Operation get = OperationCatalog.require("fragment", "getPublicationStatus");
        Answer failed = answer(Map.of(
                "status", "error", "errors", List.of(Map.of("title", "bad link"), Map.of("title", "a@example.com"))));
        assertThatThrownBy(() ->
                        watch(get, input(Map.of("fragmentId", "f1"), null)).first(failed))
                .isInstanceOf(AjoJobException.class)
                .hasMessageContaining("bad link; <address>")
                .hasMessageContaining("fragment?operation=getPublicationStatus");
    }

    @Test
    void anUnknownStateIsWaitedOn() {
        Operation get = OperationCatalog.require("dataset", "getJob");
        assertThat(watch(get, input(Map.of("jobId", "j1"), null)).first(answer(Map.of("jobStatus", "RESTING"))))
                .isInstanceOf(JobWatch.Ask.class);
    }

    @Test
    void anAnswerWithoutAnIdCannotBeFollowed() {
        assertThatThrownBy(() -> first("dataset", "enable", CallInput.nothing("dev"), answer(List.of())))
                .isInstanceOf(AjoInvalidResponseException.class)
                .hasMessageContaining("was carried out");
    }

    @Test
    void operationsWithoutAJobSayWhichHaveOne() {
        assertThatThrownBy(() -> JobWatch.refuseWithoutJob(OperationCatalog.require("capping", "list")))
                .hasMessageContaining("message.triggerAudience")
                .hasMessageContaining("fragment.publish");
        assertThatThrownBy(() -> JobWatch.refuseWithoutJob(OperationCatalog.require("message", "triggerUnitary")))
                .hasMessageContaining("no job that can be followed");
    }
}
