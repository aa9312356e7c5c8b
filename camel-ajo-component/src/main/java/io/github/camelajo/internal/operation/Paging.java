package io.github.camelajo.internal.operation;

/**
 * How a list operation hands out its items. Fields of the answer are named by dotted paths ({@code _page.next}).
 *
 * @param style       how one gets from a page to the next
 * @param items       field that holds the items of a page, {@code null} when the answer itself is the list
 * @param cursorParam query parameter that says where a page starts: its number or the cursor
 * @param sizeParam   query parameter that says how many items a page has
 * @param defaultSize items in a page when nothing is asked for
 * @param maxSize     the most items Adobe gives in a page, 0 when not documented
 * @param next        field with the cursor of the next page (cursor style), or one that only pages have that are not the last
 *                    (offset style); {@code null} when no such field is documented
 * @param currentPage field with the number of the page that was answered (page number style)
 * @param totalPages  field with the number of pages (page number style)
 * @param totalItems  field with the number of items on all pages, {@code null} when there is none
 * @param hasMore     field that is false on the last page, {@code null} when there is none
 */
public record Paging(
        Style style,
        String items,
        String cursorParam,
        String sizeParam,
        int defaultSize,
        int maxSize,
        String next,
        String currentPage,
        String totalPages,
        String totalItems,
        String hasMore) {

    /** How one gets from a page to the next. */
    public enum Style {
        /** The answer is not a list. */
        NONE,
        /** The whole list comes in one answer. */
        WHOLE,
        /** Pages are numbered from 0. */
        PAGE_NUMBER,
        /** A page begins after so many items. It is the last one when Adobe says so, or when it is not full. */
        OFFSET,
        /** Each page names the cursor of the next, which belongs to the order in use: that must stay the same. */
        CURSOR
    }

    private static final Paging NONE = new Paging(Style.NONE, null, null, null, 0, 0, null, null, null, null, null);

    public static Paging none() {
        return NONE;
    }

    public static Paging whole(String items) {
        return new Paging(Style.WHOLE, items, null, null, 0, 0, null, null, null, null, null);
    }

    public static Paging pageNumber(
            String items, String pageParam, String sizeParam, int defaultSize, int maxSize, String totalPages) {
        return new Paging(
                Style.PAGE_NUMBER,
                items,
                pageParam,
                sizeParam,
                defaultSize,
                maxSize,
                null,
                null,
                totalPages,
                null,
                null);
    }

    public static Paging cursor(
            String items,
            String startParam,
            String sizeParam,
            int defaultSize,
            int maxSize,
            String next,
            String hasMore) {
        return new Paging(
                Style.CURSOR, items, startParam, sizeParam, defaultSize, maxSize, next, null, null, null, hasMore);
    }

    /** @param hasMore field that is false on the last page, {@code null} when only a page that is not full tells */
    public static Paging offset(
            String items, String startParam, String sizeParam, int defaultSize, int maxSize, String hasMore) {
        return new Paging(
                Style.OFFSET, items, startParam, sizeParam, defaultSize, maxSize, null, null, null, null, hasMore);
    }

    /** A list that takes a cursor, while no answer is known to name the next one: only the page that was asked for comes. */
    public static Paging cursorUnknown(
            String items, String startParam, String sizeParam, int defaultSize, int maxSize) {
        return cursor(items, startParam, sizeParam, defaultSize, maxSize, null, null);
    }

    /** The field with the number of the page that was answered. */
    public Paging withCurrentPage(String field) {
        return new Paging(
                style,
                items,
                cursorParam,
                sizeParam,
                defaultSize,
                maxSize,
                next,
                field,
                totalPages,
                totalItems,
                hasMore);
    }

    /** The field with the number of items on all pages. */
    public Paging withTotalItems(String field) {
        return new Paging(
                style,
                items,
                cursorParam,
                sizeParam,
                defaultSize,
                maxSize,
                next,
                currentPage,
                totalPages,
                field,
                hasMore);
    }

    /** The field that is missing on the last page. */
    public Paging withNext(String field) {
        return new Paging(
                style,
                items,
                cursorParam,
                sizeParam,
                defaultSize,
                maxSize,
                field,
                currentPage,
                totalPages,
                totalItems,
                hasMore);
    }

    /** The field with the number of pages. */
    public Paging withTotalPages(String field) {
        return new Paging(
                style,
                items,
                cursorParam,
                sizeParam,
                defaultSize,
                maxSize,
                next,
                currentPage,
                field,
                totalItems,
                hasMore);
    }

    /** Whether the answer is a list of items at all. */
    public boolean isList() {
        return style != Style.NONE;
    }

    /** Whether a list comes in more than one answer, and the way from one to the next is known. */
    public boolean hasPages() {
        return style == Style.PAGE_NUMBER || style == Style.OFFSET || style == Style.CURSOR && next != null;
    }

    /** Whether a full page may not be the whole list although no way to the next page is documented. */
    public boolean mayBeCutOff() {
        return style == Style.CURSOR && next == null;
    }
}
