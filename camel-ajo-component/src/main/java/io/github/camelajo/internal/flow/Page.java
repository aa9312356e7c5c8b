package io.github.camelajo.internal.flow;

import java.util.List;

import io.github.camelajo.internal.operation.Paging;

/**
 * One page of a list.
 *
 * @param items      what it holds, {@code null} when the answer has no list
 * @param next       number or cursor of the page after it, {@code null} when it is the last
 * @param totalPages how many pages there are, {@code null} when Adobe does not tell
 * @param number     the number that the answer itself gives to this page, {@code null} when Adobe does not tell
 * @param totalItems how many items all pages have, {@code null} when Adobe does not tell
 */
record Page(List<Object> items, Object next, Integer totalPages, Integer number, Integer totalItems) {

    /** A page without further information. */
    Page(List<Object> items, Object next, Integer totalPages) {
        this(items, next, totalPages, null, null);
    }

    /**
     * Finds the items and the next page in an answer. Links are never followed: Adobe's are relative, lack a part of
     * the path, and some name addresses that are not public.
     *
     * @param asked number or cursor that this page was asked for with, {@code null} for the first
     */
    static Page of(Paging paging, Object body, Object asked) {
        List<Object> items = AnswerFields.listAt(body, paging.items());
        return switch (paging.style()) {
            case PAGE_NUMBER -> numbered(paging, body, items, asked);
            case OFFSET -> offset(paging, body, items, asked);
            case CURSOR -> new Page(items, nextCursor(paging, body), null, null, total(paging, body));
            case WHOLE, NONE -> new Page(items, null, null);
        };
    }

    private static Page numbered(Paging paging, Object body, List<Object> items, Object asked) {
        Integer total = AnswerFields.intAt(body, paging.totalPages());
        int current = asked == null ? 0 : Integer.parseInt(asked.toString());
        // An empty page is the end, whatever the count says. Otherwise a wrong count would be followed to its end.
        boolean more = total != null && current + 1 < total && items != null && !items.isEmpty();
        return new Page(
                items,
                more ? Integer.valueOf(current + 1) : null,
                total,
                paging.currentPage() == null ? null : AnswerFields.intAt(body, paging.currentPage()),
                total(paging, body));
    }

    private static Integer total(Paging paging, Object body) {
        return paging.totalItems() == null ? null : AnswerFields.intAt(body, paging.totalItems());
    }

    /** A link says that there is a next page, but is not followed. */
    private static Page offset(Paging paging, Object body, List<Object> items, Object asked) {
        int start = asked == null ? 0 : Integer.parseInt(asked.toString());
        Object more = paging.hasMore() == null ? null : AnswerFields.at(body, paging.hasMore());
        boolean unlinked = paging.next() != null && AnswerFields.at(body, paging.next()) == null;
        boolean last = items == null || items.isEmpty() || Boolean.FALSE.equals(more) || unlinked;
        return new Page(
                items,
                last ? null : Integer.valueOf(start + items.size()),
                AnswerFields.intAt(body, paging.totalPages()),
                null,
                total(paging, body));
    }

    private static Object nextCursor(Paging paging, Object body) {
        Object more = paging.hasMore() == null ? null : AnswerFields.at(body, paging.hasMore());
        Object next = Boolean.FALSE.equals(more) || paging.next() == null ? null : AnswerFields.at(body, paging.next());
        return next == null || next.toString().isEmpty() ? null : next;
    }

    /** Whether Adobe says that there is more without saying where. */
    static boolean isCutOff(Paging paging, Object body) {
        return paging.style() == Paging.Style.CURSOR
                && paging.hasMore() != null
                && Boolean.TRUE.equals(AnswerFields.at(body, paging.hasMore()))
                && nextCursor(paging, body) == null;
    }
}
