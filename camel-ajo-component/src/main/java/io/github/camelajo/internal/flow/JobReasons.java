package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.camelajo.internal.text.Masking;

/**
 * Finds the reasons that a job gives for its failure. Values of records (addresses) are left out because they are
 * personal data.
 */
final class JobReasons {

    private static final List<String> TEXTS = List.of(
            "errorMessage",
            "detailedMessage",
            "failureReason",
            "reason",
            "responseText",
            "message",
            "detail",
            "title",
            "errorCode");
    private static final int MOST = 5;

    private JobReasons() {}

    /** The reasons as the end of a sentence; empty when there are none. */
    static String of(Object body) {
        List<String> reasons = new ArrayList<>();
        collect(body, reasons);
        return reasons.isEmpty() ? "" : ". Adobe says: " + String.join("; ", reasons);
    }

    private static void collect(Object value, List<String> reasons) {
        if (reasons.size() >= MOST) {
            return;
        }
        if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(item, reasons));
        } else if (value instanceof Map<?, ?> map) {
            for (String field : TEXTS) {
                if (map.get(field) instanceof String text && !text.isBlank()) {
                    add(reasons, text);
                    break;
                }
            }
            map.values().forEach(inner -> {
                if (inner instanceof Map<?, ?> || inner instanceof Collection<?>) {
                    collect(inner, reasons);
                }
            });
        }
    }

    private static void add(List<String> reasons, String text) {
        String clean = Masking.clean(text);
        if (!reasons.contains(clean) && reasons.size() < MOST) {
            reasons.add(clean);
        }
    }
}
