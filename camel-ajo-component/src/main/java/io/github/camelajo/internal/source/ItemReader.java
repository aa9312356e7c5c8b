package io.github.camelajo.internal.source;

import java.util.Iterator;
import java.util.Map;

/** Reads a list of Adobe from its beginning. */
@FunctionalInterface
public interface ItemReader {

    /**
     * Begins to read. Pages are asked for while the items are taken.
     *
     * @param parameters query parameters by Adobe's names, beyond those of the endpoint
     */
    Iterator<?> read(Map<String, Object> parameters);
}
