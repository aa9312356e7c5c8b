package io.github.camelajo.internal.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An answer with secrets in it. Whoever asks for a secret gets it; whoever writes the whole as text, as a log does, sees that there
 * is one.
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
        // Without the names, after serialisation, everything could be one.
        shown.replaceAll((name, value) -> secrets == null || secrets.contains(name) ? MASK : value);
        return shown.toString();
    }
}
