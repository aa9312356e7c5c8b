package io.github.camelajo.internal.source;

import java.util.Iterator;
import java.util.Map;

/** Reads a list of Adobe from its beginning. */
@FunctionalInterface
public interface ItemReader {

    /**
     * Starts to read. Pages are requested while the items are consumed.
     *
     * @param parameters query parameters by Adobe's names, beyond those of the endpoint
     */
    Iterator<?> read(Map<String, Object> parameters);
}
