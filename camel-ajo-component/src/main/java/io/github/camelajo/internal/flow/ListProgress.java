package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a list has been read, page by page. Detects a list that repeats itself or does not end, and drops items that
 * were on the page before: a list that grows while it is read moves them there. Keeps the ids of one page only, however
 * long the list is.
 */
final class ListProgress {

    /** How many pages in a row may be empty or repeat the one before. */
    private static final int PAGES_WITHOUT_NEWS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ListProgress.class);

    private final ErrorDetails details;
    private final int maxPages;
    private final LoopDetector loops = new LoopDetector();
    private Set<Seen> last = Set.of();
    private Integer lastNumber;
    private int pages;
    private long items;
    private long repeated;
    private int withoutNews;
    private int largestPage;
    private Integer mostItems;

    /**
     * @param details  operation and sandbox of the list
     * @param maxPages the most pages that are read
     */
    ListProgress(ErrorDetails details, int maxPages) {
        this.details = details;
        this.maxPages = maxPages;
    }

    String operation() {
        return details.operation();
    }

    ErrorDetails details() {
        return details;
    }

    int pages() {
        return pages;
    }

    /**
     * Takes the next page and returns what the page before did not have.
     *
     * @return                             what it has that the page before did not have
     * @throws AjoInvalidResponseException when it is the page before once more
     */
    List<Object> take(Page page) {
        pages++;
        Set<Seen> known = new HashSet<>(page.items().size() * 2);
        List<Object> fresh = new ArrayList<>(page.items().size());
        for (Object item : page.items()) {
            Seen seen = Seen.of(item);
            if (seen != null) {
                known.add(seen);
            }
            if (seen == null || !last.contains(seen)) {
                fresh.add(item);
            }
        }
        boolean nothingNew = fresh.isEmpty() || known.isEmpty();
        if (nothingNew && page.number() != null && page.number().equals(lastNumber)) {
            throw endless("Adobe answered with page " + page.number() + " again when asked for the page after it");
        }
        note(page, fresh.size());
        last = known;
        lastNumber = page.number();
        return fresh;
    }

    private void note(Page page, int fresh) {
        int again = page.items().size() - fresh;
        if (again > 0 && repeated == 0) {
            LOG.warn(
                    "{}: page {} repeats {} items of the page before, as happens when the list changes while it is read."
                            + " Each is returned once",
                    operation(),
                    pages,
                    again);
        }
        items += fresh;
        repeated += again;
        withoutNews = fresh == 0 ? withoutNews + 1 : 0;
        largestPage = Math.max(largestPage, page.items().size());
        if (page.totalItems() != null && (mostItems == null || page.totalItems() > mostItems)) {
            mostItems = page.totalItems();
        }
    }

    /**
     * Checks whether a page may be requested.
     *
     * @param next its number or cursor
     * @return     why not, or {@code null}
     */
    AjoInvalidResponseException refusalOf(Object next) {
        if (loops.isRepeat(next)) {
            return endless(
                    "Adobe named the same next page twice. A larger pageSize or another order (orderBy, or sort for"
                            + " journeys) can lead past that point");
        }
        if (withoutNews >= PAGES_WITHOUT_NEWS) {
            return endless("the last " + withoutNews + " pages had no new item");
        }
        // One page more than announced, because items can be added and deleted while the list is read.
        if (mostItems != null && items > (long) mostItems + largestPage) {
            return endless("Adobe says that it has " + mostItems + " items, and still names a next page");
        }
        if (pages >= maxPages) {
            return endless(
                    "it has more than " + maxPages + " pages (option maxPages). A larger pageSize makes it fewer");
        }
        return null;
    }

    /** Gives the list up and says how far it was read. */
    AjoInvalidResponseException endless(String reason) {
        return new AjoInvalidResponseException(
                operation() + ": the list was given up after " + pages + (pages == 1 ? " page" : " pages") + " with "
                        + items + " items" + (repeated == 0 ? "" : " (" + repeated + " more came twice)") + ": "
                        + reason,
                details);
    }

    /** What is kept of an item of the page before, so that the page itself can go. */
    private record Seen(Object id, int hash) {

        /**
         * {@code null} for an item without an id: when only some fields were requested, two items can look the same.
         */
        static Seen of(Object item) {
            Object id = item instanceof Map<?, ?> map ? map.get("id") : null;
            return id == null ? null : new Seen(id, item.hashCode());
        }
    }
}
