package io.github.camelajo.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;

/**
 * What calls are held to, operation by operation.
 *
 * @param operations by {@code api.operation}
 */
record Contract(Map<String, OperationContract> operations) {

    static List<Operation> catalog() {
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() == Operation.Kind.CALL)
                .toList();
    }

    /** The operation of the catalogue that a call is of. */
    static Operation operation(RecordedCall call) {
        // Fixed words win over placeholders: .../labels is no product.
        return catalog().stream()
                .filter(operation -> operation.method().name().equals(call.method()))
                .filter(operation -> call.path().matches(pattern(operation.path())))
                .filter(operation -> isMeant(operation, call))
                .min((left, right) -> Long.compare(placeholders(left), placeholders(right)))
                .orElseThrow(() -> new AssertionError("No operation has the address of " + call));
    }

    /** Some operations share an address: then a word in the body says which one is meant. */
    private static boolean isMeant(Operation operation, RecordedCall call) {
        String word =
                switch (operation.id()) {
                    case "package.addArtifacts" -> "\"ADD\"";
                    case "package.removeArtifacts" -> "\"DELETE\"";
                    case "package.update" -> "\"UPDATE\"";
                    default -> "";
                };
        return word.isEmpty() || call.request().text().contains(word);
    }

    /**
     * Headers that must not be left out, whether a file names them or not. The host of events knows no API key, and wants a token
     * from some connections only.
     */
    private static Set<String> always(Operation operation) {
        return operation.host() == Operation.Host.EVENTS
                ? Set.of("x-gw-ims-org-id", "x-sandbox-name")
                : Set.of("authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name");
    }

    private static String pattern(String path) {
        return path.replaceAll("\\{\\w+}", "[^/]+").replace(".", "\\.");
    }

    private static long placeholders(Operation operation) {
        return operation.path().chars().filter(c -> c == '{').count();
    }

    List<Finding> check(RecordedCall call) {
        String id = operation(call).id();
        OperationContract contract = operations.get(id);
        List<Finding> findings = new ArrayList<>();
        if (contract == null) {
            return findings;
        }
        // What the service refuses may be wrong on purpose; what it takes must not be.
        if (call.isSuccess()) {
            contract.request(call, always(operation(call)))
                    .forEach(what -> findings.add(new Finding(id, "request", what)));
        }
        contract.answer(call).forEach(what -> findings.add(new Finding(id, "answer " + call.status(), what)));
        return findings;
    }
}
