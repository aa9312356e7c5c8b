package io.github.camelajo.simulator.internal.core;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of invented objects that belong to other objects. */
public final class DerivedIds {

    private DerivedIds() {}

    /** Returns an id that is always the same for the same owner and purpose. */
    public static String of(String owner, String purpose) {
        return UUID.nameUUIDFromBytes((owner + "/" + purpose).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
