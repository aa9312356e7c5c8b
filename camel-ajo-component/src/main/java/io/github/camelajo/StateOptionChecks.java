package io.github.camelajo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelajo.internal.desired.StateExport;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;

/** Checks whether options for a desired state fit the operation and each other. */
final class StateOptionChecks {

    private static final String STATE = "state";

    /** The APIs for which an option of the operation apply has a meaning. */
    private static final Map<String, Set<String>> APPLY = Map.of(
            "mode", apis(),
            "deploy", Set.of("capping", "throttling", STATE),
            "publish", Set.of("fragment", STATE),
            "prune", Set.of("throttling", "fragment", "template", "suppression-address", "suppression-domain", STATE),
            "onConflict", apis(),
            "reportFailures", apis(),
            "planFingerprint", apis(),
            "allowEmpty", apis(),
            "maxRemovals", apis());

    private static final Map<String, Set<String>> EXPORT = Map.of("format", apis(), "kinds", Set.of(STATE));

    private StateOptionChecks() {}

    /** For all that have the operation. */
    private static Set<String> apis() {
        return Set.of();
    }

    /** What is wrong with an option of a URI, {@code null} for nothing. */
    static String complaint(Operation operation, String option, AjoConfiguration configuration) {
        if (APPLY.containsKey(option) && !fits(operation, Operation.Kind.APPLY, APPLY.get(option))
                || EXPORT.containsKey(option) && !fits(operation, Operation.Kind.EXPORT, EXPORT.get(option))) {
            return doesNotApply(operation, option);
        }
        return switch (option) {
            case "planFingerprint" ->
                configuration.getMode() == StateMode.PLAN
                        ? "planFingerprint says which plan may be applied, so it is not possible with mode=plan"
                        : null;
            case "allowEmpty", "maxRemovals" ->
                configuration.getPrune() == StatePrune.NONE
                        ? "The option " + option + " only has an effect with prune=managed"
                        : null;
            case "outputType" ->
                operation.kind().isState() && configuration.getOutputType() == OutputType.STREAM
                        ? "outputType=stream is not possible for " + operation.id() + ", allowed: map, pojo, json"
                        : null;
            case "awaitCompletion" ->
                operation.kind().isState()
                        ? operation.id() + " waits for jobs by itself, so awaitCompletion does not apply"
                        : null;
            case "kinds" -> unknownKind(configuration.getKinds());
            default -> null;
        };
    }

    private static boolean fits(Operation operation, Operation.Kind kind, Set<String> apis) {
        return operation.kind() == kind && (apis.isEmpty() || apis.contains(operation.api()));
    }

    private static String doesNotApply(Operation operation, String option) {
        Map<String, Set<String>> options = operation.kind() == Operation.Kind.APPLY
                ? APPLY
                : operation.kind() == Operation.Kind.EXPORT ? EXPORT : Map.of();
        List<String> taken = new ArrayList<>(new TreeSet<>(options.keySet()));
        taken.removeIf(candidate ->
                !options.get(candidate).isEmpty() && !options.get(candidate).contains(operation.api()));
        return "The option " + option + " does not apply to " + operation.id()
                + (taken.isEmpty()
                        ? ": it belongs to the operations apply and export"
                        : ", which takes: " + String.join(", ", taken));
    }

    private static String unknownKind(String kinds) {
        List<String> unknown = list(kinds).stream()
                .filter(kind -> !StateExport.sections().contains(kind))
                .toList();
        return unknown.isEmpty()
                ? null
                : "kinds has " + String.join(", ", unknown) + ", allowed: " + String.join(", ", StateExport.sections());
    }

    /** The sections that an operation exports. */
    static List<String> sections(Operation operation, AjoConfiguration configuration) {
        String own = StateExport.section(operation.api());
        if (own != null) {
            return List.of(own);
        }
        return configuration.getKinds() == null ? StateExport.sections() : list(configuration.getKinds());
    }

    private static List<String> list(String kinds) {
        return Arrays.stream(kinds.split(","))
                .map(String::strip)
                .filter(kind -> !kind.isEmpty())
                .toList();
    }
}
