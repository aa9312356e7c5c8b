package io.github.camelajo.internal.desired;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;
import io.github.camelajo.model.StateReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Somebody else is at work at the same time, or Adobe shows late what it has. */
class RacesTest extends EngineTestSupport {

    private static final String URL = "https://api.example.com/orders";

    private static StateChange only(StateReport report) {
        assertThat(report.changes()).hasSize(1);
        return report.changes().get(0);
    }

    private String id(String api, String field, String value) {
        return list(api).stream()
                .filter(item -> value.equals(item.get(field)))
                .map(item -> (String) item.get(api.equals("capping") ? "uid" : "id"))
                .findFirst()
                .orElseThrow();
    }

    private void byHand(String api, String id, Map<String, Object> body) {
        template.requestBody("ajo:" + api + "?operation=update&sandbox=prod&ifMatch=auto&id=" + id, body);
    }

    private void limitByHand(int calls) {
        template.requestBody(
                "ajo:capping?operation=update&sandbox=prod&id=" + id("capping", "url", URL), capping(URL, calls));
    }

    /** Does something once, right before or after the call of that number of an operation. */
    private static Consumer<StateCalls.Call> at(String operation, int number, Runnable action) {
        AtomicInteger seen = new AtomicInteger();
        return call -> {
            if (call.id().equals(operation) && seen.incrementAndGet() == number) {
                action.run();
            }
        };
    }

    @Test
    void aChangeBetweenThePlanAndTheLookBeforeTheWriteIsAConflict() {
        Map<String, Object> before =
                document("template", List.of(template("welcome", "<p>1</p>"), template("other", "<p>1</p>")));
        apply(before);
        String id = id("template", "name", "welcome");
        AtomicInteger looks = new AtomicInteger();
        // The first look is that of the plan.
        TestCalls calls = calls().before(call -> {
            if (call.id().equals("template.get")
                    && call.parameters().containsValue(id)
                    && looks.incrementAndGet() == 2) {
                byHand("template", id, template("welcome", "<p>by hand</p>"));
            }
        });
        Map<String, Object> after =
                document("template", List.of(template("welcome", "<p>2</p>"), template("other", "<p>2</p>")));
        StateReport report = unfinished(calls, after, APPLY);
        assertThat(report.changes())
                .filteredOn(change -> change.key().startsWith("welcome"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.action()).isEqualTo(Action.CONFLICT);
                    assertThat(change.reason()).contains("while the plan was made");
                });
        assertThat(report.changes())
                .filteredOn(change -> change.key().startsWith("other"))
                .singleElement()
                .satisfies(change -> assertThat(change.outcome()).isEqualTo(Outcome.DONE));
        assertThat(calls.writes()).containsExactly("template.update");
        run(calls(), after, APPLY);
        settled(after, APPLY);
    }

    @Test
    void aChangeBetweenTheLookAndTheWriteIsRefusedByAdobeAndAConflict() {
        apply(document("template", List.of(template("welcome", "<p>1</p>"))));
        String id = id("template", "name", "welcome");
        Map<String, Object> after = document("template", List.of(template("welcome", "<p>2</p>")));
        TestCalls calls = calls().before(
                        at("template.update", 1, () -> byHand("template", id, template("welcome", "<p>by hand</p>"))));
        StateChange change = only(unfinished(calls, after, APPLY));
        assertThat(change.action()).isEqualTo(Action.CONFLICT);
        assertThat(change.outcome()).isEqualTo(Outcome.FAILED);
        run(calls(), after, APPLY);
        settled(after, APPLY);
    }

    @Test
    void aLimitThatSomebodyChangesRightAfterTheWriteIsAConflict() {
        apply(document("capping", List.of(capping(URL, 10))));
        Map<String, Object> after = document("capping", List.of(capping(URL, 20)));
        TestCalls calls = calls().after(at("capping.update", 1, () -> {
            simulator.advanceClock(Duration.ofSeconds(5));
            limitByHand(99);
        }));
        StateChange change = only(unfinished(calls, after, APPLY));
        assertThat(change.action()).isEqualTo(Action.CONFLICT);
        assertThat(change.reason()).contains("right after it was written");
        run(calls(), after, APPLY);
        settled(after, APPLY);
    }

    /** Adobe has no guard for limits, so the second one is not kept from writing, and the first one has to tell. */
    @Test
    void ofTwoRunsOnOneLimitTheOneWhoseChangeGotLostTells() {
        apply(document("capping", List.of(capping(URL, 10))));
        Map<String, Object> mine = document("capping", List.of(capping(URL, 20)));
        Map<String, Object> theirs = document("capping", List.of(capping(URL, 30)));
        List<StateReport> other = new ArrayList<>();
        TestCalls calls = calls().after(at("capping.update", 1, () -> {
            simulator.advanceClock(Duration.ofSeconds(5));
            other.add(run(calls(), theirs, APPLY));
        }));
        StateChange change = only(unfinished(calls, mine, APPLY));
        assertThat(only(other.get(0)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(change.action()).isEqualTo(Action.CONFLICT);
        assertThat(change.outcome()).isEqualTo(Outcome.FAILED);
        settled(theirs, APPLY);
    }

    @Test
    void whatSomebodyElseDidMeanwhileIsNotDoneAgain() {
        apply(document("capping", List.of(capping(URL, 10))));
        Map<String, Object> after = document("capping", List.of(capping(URL, 20)));
        TestCalls calls = calls().before(at("capping.get", 1, () -> {
            limitByHand(20);
            template.requestBody(
                    "ajo:capping?operation=deploy&sandbox=prod&id=" + id("capping", "url", URL), (Object) null);
        }));
        StateChange change = only(run(calls, after, APPLY));
        assertThat(change.outcome()).isEqualTo(Outcome.NOT_NEEDED);
        assertThat(calls.writes()).isEmpty();
        settled(after, APPLY);
    }

    @Test
    void anObjectThatSomebodyCreatesMeanwhileIsAConflictAndNotCreatedTwice() {
        Map<String, Object> wanted = document("fragment", List.of(fragment("footer", "<p>1</p>")));
        TestCalls calls = calls().before(at(
                "fragment.list",
                2,
                () -> template.requestBody(
                        "ajo:fragment?operation=create&sandbox=prod", fragment("footer", "<p>by hand</p>"))));
        assertThat(only(unfinished(calls, wanted, APPLY)).action()).isEqualTo(Action.CONFLICT);
        assertThat(calls.writes()).isEmpty();
        run(calls(), wanted, APPLY);
        settled(wanted, APPLY);
    }

    @Test
    void aCreatedObjectThatCannotBeSeenYetIsUnknownAndNeverCreatedTwice() {
        Map<String, Object> wanted = document("fragment", List.of(fragment("footer", "<p>1</p>")));
        // list, list again, then create.
        TestCalls calls = calls().loseAnswerOf(2).hideFromLists(5);
        StateChange change = only(unfinished(calls, wanted, APPLY));
        assertThat(calls.made().get(2)).isEqualTo("fragment.create");
        assertThat(change.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(calls.writes()).containsExactly("fragment.create");
        run(calls(), wanted, APPLY);
        assertThat(list("fragment"))
                .filteredOn(item -> "footer".equals(item.get("name")))
                .hasSize(1);
        settled(wanted, APPLY);
    }

    @Test
    void anAnswerWithoutAnIdentifierIsNoReasonToCreateTwice() {
        Map<String, Object> wanted = document("template", List.of(template("welcome", "<p>1</p>")));
        TestCalls calls = calls();
        StateCalls silent = AlteredCalls.answering(
                calls,
                (call, answer) -> call.operation().equals("create") ? new StateCalls.Answer(null, null, null) : answer);
        assertThat(only(run(silent, wanted, APPLY)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(calls.writes()).containsExactly("template.create");
        settled(wanted, APPLY);
    }

    /** The plan knows the old one by its identifier, and it may be another limit by now. */
    @Test
    void aReplacedLimitThatSomebodyUsesForSomethingElseIsNotRemoved() {
        apply(document("capping", List.of(capping(URL, 10))));
        String old = id("capping", "url", URL);
        Map<String, Object> moved = capping(URL + "/v2", 10);
        moved.put("renamedFrom", URL);
        TestCalls calls = calls().before(at(
                "capping.create",
                1,
                () -> template.requestBody(
                        "ajo:capping?operation=update&sandbox=prod&id=" + old, capping(URL + "/third", 10))));
        StateChange change = only(unfinished(calls, document("capping", List.of(moved)), APPLY));
        assertThat(change.action()).isEqualTo(Action.CONFLICT);
        assertThat(change.reason()).contains("the old one was not removed: it has become " + URL + "/third");
        assertThat(list("capping"))
                .extracting(item -> item.get("url"))
                .containsExactlyInAnyOrder(URL + "/third", URL + "/v2");
    }

    /** Somebody copies a template into another folder, with its description and so with its mark. */
    @Test
    void ofTwoThatHaveTheMarkOfOneNoneIsRemoved() {
        Map<String, Object> inFolder = template("welcome", "<p>1</p>");
        inFolder.put("parentFolderId", "folder-a");
        apply(document("template", List.of(inFolder)));
        Map<String, Object> copy = template("welcome", "<p>1</p>");
        copy.put("parentFolderId", "folder-b");
        copy.put(
                "description",
                list("template").stream()
                        .filter(item -> "welcome".equals(item.get("name")))
                        .map(item -> item.get("description"))
                        .findFirst()
                        .orElseThrow());
        template.requestBody("ajo:template?operation=create&sandbox=prod", copy);

        StateReport without = unfinished(calls(), document("template", List.of()), PRUNE);
        assertThat(without.changes()).hasSize(2).allSatisfy(change -> {
            assertThat(change.action()).isEqualTo(Action.CONFLICT);
            assertThat(change.reason()).contains("nobody knows which one");
        });
        StateReport withOne = unfinished(calls(), document("template", List.of(inFolder)), PRUNE);
        assertThat(withOne.changes())
                .extracting(StateChange::action)
                .containsExactlyInAnyOrder(Action.UNCHANGED, Action.CONFLICT);
        assertThat(list("template"))
                .filteredOn(item -> "welcome".equals(item.get("name")))
                .hasSize(2);
    }

    /** A lane that waits for the list another lane reads gives its thread back. */
    @Test
    void aLaneThatWaitsForTheListHoldsNoThread() throws Exception {
        Map<String, Object> wanted =
                document("template", List.of(template("welcome", "<p>1</p>"), template("other", "<p>1</p>")));
        WantedState state = new DocumentReader(new ObjectMapper()).read(wanted, null);
        StateProgress progress = new StateProgress();
        Plan plan = new Planner(CountedCalls.reading(calls(), progress), APPLY, progress)
                .plan(state)
                .join();
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TwoLanes lanes = new TwoLanes(calls().before(at("template.list", 1, () -> {
            reads.countDown();
            await(goOn);
        })));
        CompletableFuture<Plan> end = new Applier(lanes, APPLY, progress, "shop").apply(plan);
        Thread first = new Thread(lanes.next());
        first.start();
        await(reads);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> lanes.next().run());
        assertThat(end).isNotDone();
        goOn.countDown();
        first.join();
        while (!end.isDone()) {
            lanes.next().run();
        }
        assertThat(end.join().changes()).hasSize(2).allSatisfy(change -> assertThat(change.outcome())
                .isEqualTo(Outcome.DONE));
        settled(wanted, APPLY);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two lanes, whose threads are those of the test. */
    private record TwoLanes(StateCalls calls, BlockingQueue<Runnable> tasks) implements StateCalls {

        TwoLanes(StateCalls calls) {
            this(calls, new LinkedBlockingQueue<>());
        }

        Runnable next() {
            try {
                return Objects.requireNonNull(tasks.poll(20, TimeUnit.SECONDS), "nothing to do");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public CompletableFuture<Answer> call(Call call) {
            return calls.call(call);
        }

        @Override
        public void later(Duration delay, Runnable task, Consumer<AjoException> rejected) {
            tasks.add(task);
        }

        @Override
        public int lanes() {
            return 2;
        }

        @Override
        public CompletableFuture<String> sandboxType() {
            return calls.sandboxType();
        }
    }

    @Test
    void aCreatedObjectThatIsSeenALittleLaterIsFoundInTheSameRun() {
        Map<String, Object> wanted = document("fragment", List.of(fragment("footer", "<p>1</p>")));
        TestCalls calls = calls().loseAnswerOf(2).hideFromLists(3);
        assertThat(only(run(calls, wanted, APPLY)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(calls.writes()).containsExactly("fragment.create", "fragment.publish");
        settled(wanted, APPLY);
    }

    @Test
    void anotherOrderInEachAnswerIsNoDifference() {
        Map<String, Object> wanted = document(
                "capping", List.of(capping(URL, 10), capping(URL + "/2", 10)),
                "template", List.of(template("welcome", "<p>1</p>"), template("other", "<p>1</p>")));
        apply(wanted);
        for (int i = 0; i < 5; i++) {
            TestCalls calls = calls().shuffled();
            assertThat(run(calls, wanted, APPLY).changes())
                    .allSatisfy(change -> assertThat(change.action()).isEqualTo(Action.UNCHANGED));
            assertThat(calls.writes()).isEmpty();
        }
    }

    @Test
    void aNumberOfAnyLengthIsExportedAsItIs() {
        Map<String, Object> object = template("numbers", "<p>1</p>");
        object.put(
                "template",
                Map.of(
                        "html",
                        "<p>1</p>",
                        "data",
                        Map.of("id", new BigInteger("123456789012345678901234567890"), "n", 7)));
        template.requestBody("ajo:template?operation=create&sandbox=prod", object);
        Map<String, Object> exported =
                new StateExport(calls()).export(List.of("template")).join().document();
        assertThat(exported.toString()).contains("id=123456789012345678901234567890");
        settled(exported, APPLY);
    }

    @Test
    void aPlanCannotReachACallThatWrites() {
        TestCalls calls = calls();
        CountedCalls reading = CountedCalls.reading(calls, new StateProgress());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> reading.call(StateCalls.Call.of("capping", "deploy")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(calls.made()).isEmpty();
    }

    @Test
    void aPublicationThatIsUnderWayIsWaitedForBeforeTheNextOne() {
        apply(document("fragment", List.of(fragment("footer", "<p>1</p>"))));
        String id = id("fragment", "name", "footer");
        byHand("fragment", id, fragment("footer", "<p>2</p>"));
        template.requestBody("ajo:fragment?operation=publish&sandbox=prod", Map.of("fragmentId", id));
        byHand("fragment", id, fragment("footer", "<p>3</p>"));
        Map<String, Object> wanted = document("fragment", List.of(fragment("footer", "<p>3</p>")));
        assertThat(only(run(calls(), wanted, APPLY)).outcome()).isEqualTo(Outcome.DONE);
        settled(wanted, APPLY);
    }

    @Test
    void throttlingInADevelopmentSandboxIsRefusedByThePlan() {
        TestCalls calls = new TestCalls(template, "dev");
        StateReport report = run(
                calls,
                document("throttling", List.of(throttling(300))),
                new StateOptions(true, true, true, false, false, false, null, false, 10, false, Duration.ZERO));
        assertThat(only(report).action()).isEqualTo(Action.IMPOSSIBLE);
        assertThat(only(report).reason()).contains("production sandbox");
        assertThat(calls.writes()).isEmpty();
    }
}
