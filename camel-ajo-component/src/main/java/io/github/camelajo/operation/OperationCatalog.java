package io.github.camelajo.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All operations there are, by API and name. */
public final class OperationCatalog {

    private static final Map<String, Api> APIS = index(List.of(
            CappingOperations.API,
            ThrottlingOperations.API,
            JourneyOperations.API,
            ConnectionOperations.API,
            RawOperations.API));

    private OperationCatalog() {}

    /** Every API, in the order of the docs. */
    public static List<Api> apis() {
        return List.copyOf(APIS.values());
    }

    /** The API of that name, or {@code null}. */
    public static Api api(String name) {
        return APIS.get(name);
    }

    /**
     * The operation a URI names. An API with a single operation needs no operation name.
     *
     * @throws IllegalArgumentException when there is no such API or operation; the message lists what there is
     */
    public static Operation require(String apiName, String operationName) {
        Api api = APIS.get(apiName);
        if (api == null) {
            throw new IllegalArgumentException(
                    "Unknown api '" + apiName + "', allowed: " + String.join(", ", APIS.keySet()));
        }
        if (operationName == null && api.operations().size() == 1) {
            return api.operations().get(0);
        }
        Operation operation = operationName == null ? null : api.operation(operationName);
        if (operation == null) {
            String problem = operationName == null ? "No operation given" : "Unknown operation '" + operationName + "'";
            throw new IllegalArgumentException(
                    problem + " for ajo:" + apiName + ", allowed: " + String.join(", ", api.operationNames()));
        }
        return operation;
    }

    private static Map<String, Api> index(List<Api> apis) {
        Map<String, Api> index = new LinkedHashMap<>();
        apis.forEach(api -> index.put(api.name(), api));
        return index;
    }
}
