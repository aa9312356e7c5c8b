package io.github.camelajo.internal.operation;

import java.util.List;

/**
 * A family of operations that share a resource.
 *
 * @param name       first part of the URI: {@code ajo:<name>}
 * @param title      for headings
 * @param summary    what the API is for, for a person who does not know AJO
 * @param operations all it can do
 */
public record Api(String name, String title, String summary, List<Operation> operations) {

    public Api {
        operations = List.copyOf(operations);
    }

    /** The operation of that name, or {@code null}. */
    public Operation operation(String operation) {
        for (Operation candidate : operations) {
            if (candidate.name().equals(operation)) {
                return candidate;
            }
        }
        return null;
    }

    /** The names of all operations, in the order they are declared. */
    public List<String> operationNames() {
        return operations.stream().map(Operation::name).toList();
    }
}
