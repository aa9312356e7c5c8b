package io.github.camelajo.result;

/** How much of a list one call returns. */
public enum PagingMode {
    /** One page. Headers say where the next one starts. */
    PAGE,
    /** All items of all pages in one List. */
    ALL,
    /** A {@link PageIterator}, which reads page after page while it is iterated. */
    ITERATOR
}
