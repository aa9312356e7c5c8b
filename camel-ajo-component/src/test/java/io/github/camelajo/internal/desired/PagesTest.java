package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What a list lacks would be created once more, so a list counts as read only at its end. */
class PagesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** A list whose pages are made by their number. */
    private record Lists(IntFunction<Map<String, Object>> pages, List<Object> cursors) implements StateCalls {

        Lists(IntFunction<Map<String, Object>> pages) {
            this(pages, new ArrayList<>());
        }

        @Override
        public CompletableFuture<Answer> call(Call call) {
            cursors.add(String.valueOf(call.parameters().get("start")));
            return CompletableFuture.completedFuture(new Answer(pages.apply(cursors.size() - 1), null, null));
        }

        @Override
        public void later(Duration delay, Runnable task, Consumer<AjoException> rejected) {
            task.run();
        }

        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public CompletableFuture<String> sandboxType() {
            return CompletableFuture.completedFuture(null);
        }
    }

    private static Map<String, Object> page(List<?> items, String next) {
        return Map.of("items", items, "_page", next == null ? Map.of() : Map.of("next", next));
    }

    private static Map<String, Object> item(int number) {
        return Map.of("id", "t" + number, "name", "n" + number, "templateType", "html", "channels", List.of("email"));
    }

    private static List<Found> read(Lists lists) {
        return assertTimeoutPreemptively(
                LIMIT, () -> Inventory.list(lists, StateKinds.TEMPLATE, List.of(), found -> true)
                        .join()
                        .all());
    }

    @Test
    void anEmptyPageWithAPageBehindItIsNotTheEnd() {
        Lists lists = new Lists(number -> switch (number) {
            case 0 -> page(List.of(item(0)), "a");
            case 1 -> page(List.of(), "b");
            default -> page(List.of(item(1)), null);
        });
        assertThat(read(lists)).extracting(Found::id).containsExactlyInAnyOrder("t0", "t1");
        assertThat(lists.cursors()).containsExactly("null", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aCircleOfCursorsIsNotTheEnd(int length) {
        Lists lists = new Lists(number -> page(List.of(item(number)), "c" + number % length));
        assertThatThrownBy(() -> read(lists))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(AjoInvalidResponseException.class)
                .hasMessageContaining("template.list: the list does not end")
                .hasMessageContaining("the same next page twice");
    }

    @Test
    void pagesWithoutItemsAreNotFollowedForEver() {
        Lists lists = new Lists(number -> page(List.of(), "c" + number));
        assertThatThrownBy(() -> read(lists))
                .cause()
                .isInstanceOf(AjoInvalidResponseException.class)
                .hasMessageContaining("10 pages in a row are empty");
    }

    @Test
    void aLongListIsNoCircle() {
        Lists lists = new Lists(number -> page(List.of(item(number)), number == 499 ? null : "c" + number));
        assertThat(read(lists)).hasSize(500);
        assertThat(lists.cursors())
                .endsWith(
                        IntStream.of(497, 498).mapToObj(number -> "c" + number).toArray());
    }
}
