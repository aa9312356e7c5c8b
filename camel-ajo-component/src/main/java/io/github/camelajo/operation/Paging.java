package io.github.camelajo.operation;

/**
 * How a list operation hands out its items. Fields of the answer are named by dotted paths ({@code _page.next}).
 *
 * @param style       how one gets from a page to the next
 * @param items       field that holds the items of a page, {@code null} when the answer itself is the list
 * @param cursorParam query parameter that says where a page starts: its number or the cursor
 * @param sizeParam   query parameter that says how many items a page has
 * @param defaultSize items in a page when nothing is asked for
 * @param maxSize     the most items Adobe gives in a page, 0 when not documented
 * @param next        field with the cursor of the next page (cursor style)
 * @param totalPages  field with the number of pages (page number style)
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
        String totalPages,
        String hasMore) {

    /** How one gets from a page to the next. */
    public enum Style {
        /** The answer is not a list. */
        NONE,
        /** The whole list comes in one answer. */
        WHOLE,
        /** Pages are numbered from 0. */
        PAGE_NUMBER,
        /** Each page names the cursor of the next. */
        CURSOR
    }

    private static final Paging NONE = new Paging(Style.NONE, null, null, null, 0, 0, null, null, null);

    public static Paging none() {
        return NONE;
    }

    public static Paging whole(String items) {
        return new Paging(Style.WHOLE, items, null, null, 0, 0, null, null, null);
    }

    public static Paging pageNumber(
            String items, String pageParam, String sizeParam, int defaultSize, int maxSize, String totalPages) {
        return new Paging(Style.PAGE_NUMBER, items, pageParam, sizeParam, defaultSize, maxSize, null, totalPages, null);
    }

    public static Paging cursor(
            String items,
            String startParam,
            String sizeParam,
            int defaultSize,
            int maxSize,
            String next,
            String hasMore) {
        return new Paging(Style.CURSOR, items, startParam, sizeParam, defaultSize, maxSize, next, null, hasMore);
    }

    /** Whether the answer is a list of items at all. */
    public boolean isList() {
        return style != Style.NONE;
    }

    /** Whether a list can come in more than one answer. */
    public boolean hasPages() {
        return style == Style.PAGE_NUMBER || style == Style.CURSOR;
    }
}
