package io.github.camelajo.internal.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An answer that contains secrets. A caller can read each secret by its key. {@code toString}, as a log uses it, only
 * shows that there is one.
 */
public final class MaskedMap extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;
    private static final String MASK = "xxxxxx";

    private final transient Set<String> secrets;

    public MaskedMap(Map<?, ?> answer, Set<String> secrets) {
        this.secrets = secrets;
        answer.forEach((name, value) -> put(String.valueOf(name), value));
    }

    @Override
    public String toString() {
        Map<String, Object> shown = new LinkedHashMap<>(this);
        // After deserialisation the names of the secrets are unknown, so every value counts as one.
        shown.replaceAll((name, value) -> secrets == null || secrets.contains(name) ? MASK : value);
        return shown.toString();
    }
}
