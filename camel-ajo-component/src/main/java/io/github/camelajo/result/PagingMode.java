package io.github.camelajo.result;

/** How much of a list a call brings. */
public enum PagingMode {
    /** One page; headers say where the next one starts. */
    PAGE,
    /** All items of all pages in one List. */
    ALL,
    /** A {@link PageIterator}, which reads one page after the other while it is read itself. */
    ITERATOR
}
