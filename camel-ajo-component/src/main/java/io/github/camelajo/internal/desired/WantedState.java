package io.github.camelajo.internal.desired;

import java.util.List;
import java.util.Map;

/**
 * The content of a document.
 *
 * @param name     name of the state, {@code null} for none
 * @param sandbox  the only sandbox it is for, {@code null} for any
 * @param sections the objects, by kind; a kind that is missing is not managed
 */
record WantedState(String name, String sandbox, Map<StateKind, List<Wanted>> sections) {

    int size() {
        return sections.values().stream().mapToInt(List::size).sum();
    }
}
