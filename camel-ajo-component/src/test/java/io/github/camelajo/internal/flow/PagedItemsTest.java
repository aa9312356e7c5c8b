package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.operation.Paging;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagedItemsTest {

    private final List<Object> asked = new ArrayList<>();

    private PagedItems iterator(Map<Object, Page> pages, Page first) {
        return new PagedItems(
                new ListProgress(ErrorDetails.of("x.list", "dev", false), 200_000),
                first,
                next -> {
                    asked.add(next);
                    return () -> pages.get(next);
                },
                item -> item);
    }

    private static Page page(Object next, Object... items) {
        return new Page(List.of(items), next, null);
    }

    @Test
    void itemsOfAllPagesComeInOrder() {
        PagedItems items = iterator(Map.of("b", page("c"), "c", page(null, 3)), page("b", 1, 2));
        List<Object> read = new ArrayList<>();
        items.forEachRemaining(read::add);
        assertThat(read).containsExactly(1, 2, 3);
        assertThat(asked).containsExactly("b", "c");
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void noMoreThanOnePageIsOnItsWayAhead() {
        PagedItems items = iterator(Map.of("b", page("c", 3), "c", page(null, 4)), page("b", 1));
        items.next();
        assertThat(asked).containsExactly("b");
        items.next();
        assertThat(asked).containsExactly("b", "c");
    }

    @Test
    void whoTakesNoMoreThanTheFirstItemAsksForOnePageOnly() {
        PagedItems items = iterator(Map.of("b", page(null, 4)), page("b", 1, 2, 3));
        items.next();
        assertThat(items.hasNext()).isTrue();
        assertThat(asked).isEmpty();
        items.next();
        assertThat(asked).containsExactly("b");
    }

    @Test
    void aCircleOfCursorsEndsWithAnError() {
        PagedItems items = iterator(Map.of("b", page("c", 2), "c", page("d", 3), "d", page("b", 4)), page("b", 1));
        assertThatThrownBy(() -> items.forEachRemaining(item -> {}))
                .isInstanceOf(AjoInvalidResponseException.class)
                .hasMessageContaining("same next page twice");
        assertThat(asked).hasSizeLessThan(12);
    }

    @Test
    void longListsAreNoCircle() {
        AtomicInteger number = new AtomicInteger();
        PagedItems items = new PagedItems(
                new ListProgress(ErrorDetails.of("x.list", "dev", false), 200_000),
                page("c0", 0),
                next -> () -> number.incrementAndGet() < 100_000 ? page("c" + number.get(), 1) : page(null, 1),
                item -> item);
        AtomicInteger count = new AtomicInteger();
        items.forEachRemaining(item -> count.incrementAndGet());
        assertThat(count).hasValue(100_001);
    }

    @Test
    void aClosedIteratorSaysSoRatherThanEnding() {
        PagedItems items = iterator(Map.of("b", page(null, 3)), page("b", 1));
        items.close();
        assertThatThrownBy(items::hasNext).isInstanceOf(AjoException.class).hasMessageContaining("exchange has ended");
    }

    @Test
    void thePagesOfANumberedListEndWithTheLastOrAnEmptyOne() {
        Paging paging = Paging.pageNumber("results", "page", "pageSize", 100, 100, "pages");
        assertThat(Page.of(paging, Map.of("results", List.of(1), "pages", 3), null)
                        .next())
                .isEqualTo(1);
        assertThat(Page.of(paging, Map.of("results", List.of(1), "pages", 3), "1")
                        .next())
                .isEqualTo(2);
        assertThat(Page.of(paging, Map.of("results", List.of(1), "pages", 3), 2).next())
                .isNull();
        assertThat(Page.of(paging, Map.of("results", List.of(), "pages", 3), 0).next())
                .isNull();
        assertThat(Page.of(paging, Map.of("results", List.of(1)), 0).next()).isNull();
    }

    @Test
    void thePagesOfACursorListEndWithoutACursor() {
        Paging paging = Paging.cursor("items", "start", "limit", 20, 0, "_page.next", "hasMore");
        assertThat(Page.of(paging, Map.of("items", List.of(), "_page", Map.of("next", "x")), null)
                        .next())
                .isEqualTo("x");
        assertThat(Page.of(paging, Map.of("items", List.of(), "_page", Map.of("next", "")), null)
                        .next())
                .isNull();
        assertThat(Page.of(paging, Map.of("items", List.of(), "_page", Map.of()), null)
                        .next())
                .isNull();
        assertThat(Page.of(paging, Map.of("items", List.of(), "hasMore", false, "_page", Map.of("next", "x")), null)
                        .next())
                .isNull();
        assertThat(Page.of(paging, Map.of("other", 1), null).items()).isNull();
    }

    @Test
    void theEndStaysTheEndAfterTheListIsClosed() {
        PagedItems items = iterator(Map.of(), page(null, 1));
        items.forEachRemaining(item -> {});
        items.close();
        assertThat(items.hasNext()).isFalse();
    }

    @Test
    void noPageIsAskedForOnceTheReaderHasFailed() {
        PagedItems items = iterator(Map.of("b", page("c", 2), "c", page(null, 3)), page("b", 1));
        AtomicBoolean failed = new AtomicBoolean();
        items.abandonWhen(failed::get);
        items.next();
        items.next();
        failed.set(true);
        assertThat(items.hasNext()).isFalse();
        assertThat(asked).containsExactly("b", "c");
    }
}
