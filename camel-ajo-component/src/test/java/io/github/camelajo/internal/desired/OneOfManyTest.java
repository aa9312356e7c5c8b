package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Outcome;
import io.github.camelajo.model.StateReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Of two hundred objects Adobe does not take one. All the others are as wanted, and the end names the one. */
class OneOfManyTest extends EngineTestSupport {

    private static final int EACH = 50;

    /** The one is in the middle of its kind, and has a word in it that nothing else has. */
    private static Map<String, Object> manyWith(String kindOfTheOne, String word) {
        List<Object> limits = new ArrayList<>();
        List<Object> templates = new ArrayList<>();
        List<Object> fragments = new ArrayList<>();
        List<Object> addresses = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            boolean one = i == EACH / 2;
            limits.add(capping("https://api.example.com/" + i + mark(one, kindOfTheOne, "capping", word), 10));
            templates.add(template("t" + i + mark(one, kindOfTheOne, "template", word), "<p>1</p>"));
            fragments.add(fragment("f" + i + mark(one, kindOfTheOne, "fragment", word), "<p>1</p>"));
            addresses.add(address("a" + i + mark(one, kindOfTheOne, "suppressionAddress", word) + "@shop.example"));
        }
        return document(
                "capping", limits, "template", templates, "fragment", fragments, "suppressionAddress", addresses);
    }

    private static String mark(boolean one, String kindOfTheOne, String kind, String word) {
        return one && kind.equals(kindOfTheOne) ? word : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"capping", "template", "fragment", "suppressionAddress"})
    void oneThatAdobeRefusesStopsNoOther(String kind) {
        Map<String, Object> wanted = manyWith(kind, "refused");
        StateCalls refusing = AlteredCalls.refusing(
                calls(), call -> call.writes() && String.valueOf(call.body()).contains("refused"));

        StateReport report = unfinished(refusing, wanted, APPLY);

        assertThat(report.changes()).hasSize(4 * EACH);
        assertThat(report.changes())
                .filteredOn(change -> change.outcome() != Outcome.DONE)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(kind);
                    assertThat(change.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(change.reason()).contains("Adobe does not take it");
                });
        assertThat(report.exitStatus()).isEqualTo(1);
        assertThat(list("capping")).hasSize(kind.equals("capping") ? EACH - 1 : EACH);
        // The next run has no more to do than the one.
        StateReport next = run(calls(), wanted, APPLY);
        assertThat(next.changes())
                .filteredOn(change -> change.outcome() == Outcome.DONE)
                .extracting(StateChange::kind)
                .containsExactly(kind);
        settled(wanted, APPLY);
    }

    @Test
    void theExceptionAtTheEndNamesTheOne() {
        Map<String, Object> wanted = manyWith("template", "refused");
        StateCalls refusing = AlteredCalls.refusing(
                calls(), call -> call.writes() && String.valueOf(call.body()).contains("refused"));
        assertThatThrownBy(() -> run(refusing, wanted, APPLY))
                .cause()
                .hasMessageContaining("1 of 200 objects are not as wanted: template t25refused")
                .hasMessageContaining("Adobe does not take it");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anEntryThatCannotBeLookedUpStopsNoOther(int look) {
        Map<String, Object> wanted = document(
                "suppressionAddress",
                List.of(address("a@shop.example"), address("b@shop.example"), address("c@shop.example")));
        AtomicInteger looks = new AtomicInteger();
        StateCalls refusing = AlteredCalls.refusing(
                calls(),
                call -> call.operation().equals("get")
                        && call.parameters().containsValue("b@shop.example")
                        && looks.incrementAndGet() == look);
        StateReport report = unfinished(refusing, wanted, APPLY);
        assertThat(report.changes()).hasSize(3);
        assertThat(report.changes())
                .filteredOn(change -> change.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.key()).startsWith("b***@shop.example");
                    assertThat(change.reason()).contains("Adobe does not take it");
                });
        assertThat(report.changes())
                .filteredOn(change -> change.outcome() == Outcome.DONE)
                .hasSize(2);
        run(calls(), wanted, APPLY);
        settled(wanted, APPLY);
    }

    /** Several in one call: those that can be taken are found, with as few calls as that needs. */
    @Test
    void entriesThatAdobeRefusesAreFoundAmongTheOthersOfTheirCall() {
        List<Object> addresses = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> addresses.add(address("a" + i + "@shop.example")));
        Map<String, Object> wanted = document("suppressionAddress", addresses);
        TestCalls calls = calls();
        StateCalls refusing = AlteredCalls.refusing(
                calls, call -> call.writes() && String.valueOf(call.body()).matches("(?s).*a[25]@shop.*"));
        StateReport report = unfinished(refusing, wanted, APPLY);
        assertThat(report.changes())
                .filteredOn(change -> change.outcome() == Outcome.FAILED)
                .hasSize(2);
        assertThat(report.changes())
                .filteredOn(change -> change.outcome() == Outcome.DONE)
                .hasSize(6);
        // a0 and a1, a3, a4, a6 and a7.
        assertThat(calls.writes()).hasSize(4);
    }
}
