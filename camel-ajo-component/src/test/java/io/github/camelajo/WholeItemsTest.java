package io.github.camelajo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.source.ChangeKind;
import io.github.camelajo.internal.source.SourceChange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WholeItemsTest {

    private final List<String> got = new ArrayList<>();
    private final Deque<Runnable> begun = new ArrayDeque<>();
    private boolean threadsAreFree = true;
    private final WholeItems items = new WholeItems(this::get, this::begin, ErrorDetails.none());

    private final List<SourceChange> changes = IntStream.range(0, 10)
            .mapToObj(i -> new SourceChange(ChangeKind.CREATED, "k" + i, Map.of(), null))
            .toList();

    private Object get(SourceChange change) {
        got.add(change.key());
        if (change.key().equals("k5")) {
            throw new AjoNotFoundException("gone", ErrorDetails.none());
        }
        return "whole " + change.key();
    }

    private boolean begin(Runnable task) {
        if (threadsAreFree) {
            begun.add(task);
        }
        return threadsAreFree;
    }

    private void carryOut() {
        while (!begun.isEmpty()) {
            // The last one first: answers come in any order.
            begun.pollLast().run();
        }
    }

    @Test
    void atMostThreeAreBegunBesideTheOneThatIsWanted() {
        items.coming(changes);
        assertThat(items.of(changes.get(0))).isEqualTo("whole k0");
        assertThat(begun).hasSize(WholeItems.AT_A_TIME - 1);
        assertThat(got).containsExactly("k0");
    }

    @Test
    void eachChangeGetsItsOwnItemInWhateverOrderTheyCome() {
        items.coming(changes);
        items.of(changes.get(0));
        carryOut();
        assertThat(got).containsExactly("k0", "k3", "k2", "k1");
        assertThat(items.of(changes.get(1))).isEqualTo("whole k1");
        assertThat(items.of(changes.get(2))).isEqualTo("whole k2");
        assertThat(items.of(changes.get(3))).isEqualTo("whole k3");
    }

    @Test
    void theFailureOfOneIsThatOfItsOwnTurn() {
        items.coming(changes.subList(4, 7));
        items.of(changes.get(4));
        carryOut();
        assertThatThrownBy(() -> items.of(changes.get(5))).isInstanceOf(AjoNotFoundException.class);
        assertThat(items.of(changes.get(6))).isEqualTo("whole k6");
    }

    @Test
    void withoutAFreeThreadEachIsReadWhenItIsWanted() {
        threadsAreFree = false;
        items.coming(changes);
        assertThat(items.of(changes.get(0))).isEqualTo("whole k0");
        assertThat(items.of(changes.get(1))).isEqualTo("whole k1");
        assertThat(got).containsExactly("k0", "k1");
    }

    @Test
    void whatThePollLeavesOutIsSkipped() {
        items.coming(changes);
        items.of(changes.get(0));
        carryOut();
        assertThat(items.of(changes.get(8))).isEqualTo("whole k8");
        carryOut();
        assertThat(items.of(changes.get(9))).isEqualTo("whole k9");
    }
}
