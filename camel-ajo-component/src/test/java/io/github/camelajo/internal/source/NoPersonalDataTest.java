package io.github.camelajo.internal.source;

import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.SourceItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The identifier of a suppressed address is the address. */
class NoPersonalDataTest {

    private static final String ADDRESS = "jane@example.com";

    static Stream<Object> whatHoldsAnAddress() {
        return Stream.of(
                new SourceChange(ChangeKind.CREATED, ADDRESS, Map.of("value", ADDRESS), null),
                new ListedItem(ADDRESS, "f", null, Map.of("value", ADDRESS)),
                new SourceItem(ADDRESS, "f", 1),
                new KnownItem(ADDRESS, 1, "f", 1, 0));
    }

    @ParameterizedTest
    @MethodSource("whatHoldsAnAddress")
    void isNotShownWhereSomethingIsPutIntoALog(Object holder) {
        assertThat(holder.toString()).isNotEmpty().doesNotContain(ADDRESS);
    }
}
