package io.github.camelajo.internal.desired;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.github.camelajo.internal.text.Fingerprint;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;

/** Everything that has to be done, in a stable order: kinds in the order of processing, objects by their keys. */
record Plan(List<Planned> items) {

    private static final Comparator<Planned> ORDER = Comparator.<Planned, Integer>comparing(
                    item -> StateKinds.all().indexOf(item.kind()))
            .thenComparing(item -> item.key().shown())
            .thenComparing(item -> String.valueOf(item.id()));

    Plan {
        items = items.stream().sorted(ORDER).toList();
    }

    /** A digest of what would be done, independent of who edited what when. */
    String fingerprint() {
        return Fingerprint.of(items.stream()
                        .filter(item -> item.change().action() != Action.UNCHANGED)
                        .map(item -> item.change().action() + "\n" + item.kind().name() + "\n"
                                + String.join("\n", item.key().parts()) + "\n" + item.digest())
                        .collect(Collectors.joining("\n\n")))
                .substring(0, 16);
    }

    List<StateChange> changes() {
        return items.stream().map(Planned::change).toList();
    }

    long removals() {
        return items.stream()
                .filter(item -> item.change().action() == Action.DELETE)
                .count();
    }
}
