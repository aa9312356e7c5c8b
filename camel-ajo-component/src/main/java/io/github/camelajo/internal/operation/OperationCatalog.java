package io.github.camelajo.internal.operation;

import java.util.Comparator;
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
            RawOperations.API,
            CampaignOperations.API,
            MessageOperations.API,
            SuppressionOperations.ADDRESSES,
            SuppressionOperations.DOMAINS,
            SuppressionOperations.UPLOADS,
            SuppressionOperations.ALL,
            TemplateOperations.API,
            FragmentOperations.API,
            SimulationOperations.API,
            DatasetOperations.API,
            OrchestratedCampaignOperations.API,
            LoyaltyChallengeOperations.TASKS,
            LoyaltyChallengeOperations.CHALLENGES,
            LoyaltyChallengeOperations.JOURNEYS,
            LoyaltyConfigOperations.CONFIG,
            LoyaltyRewardOperations.PROVIDERS,
            LoyaltyRewardOperations.DEFINITIONS,
            LoyaltyRewardOperations.PROXIES,
            LoyaltyRewardOperations.AUTH_TOKENS,
            LoyaltyConfigOperations.EVENTS,
            LoyaltyProductOperations.API,
            EventOperations.API,
            SandboxOperations.API,
            PackageOperations.API,
            CertificateOperations.API,
            QueryConnectionOperations.API,
            StateOperations.API,
            OutboxOperations.API));

    private OperationCatalog() {}

    /** Every API, in the order of the docs. */
    public static List<Api> apis() {
        return List.copyOf(APIS.values());
    }

    /** The API of that name, or {@code null}. */
    public static Api api(String name) {
        return APIS.get(name);
    }

    /** The names of all APIs, in the order of the docs. */
    public static List<String> apiNames() {
        return List.copyOf(APIS.keySet());
    }

    /** The operation of the gateway behind a method and a path, {@code null} when the catalogue has none there. */
    public static Operation at(HttpMethod method, String path) {
        return APIS.values().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.host() == Operation.Host.GATEWAY
                        && operation.kind() == Operation.Kind.CALL
                        && operation.method() == method
                        && operation.isAt(path))
                // A fixed word says more than a placeholder.
                .min(Comparator.comparingInt(
                        operation -> operation.pathParameters().size()))
                .orElse(null);
    }

    /** Every name that an operation has in any API, sorted and each once. */
    public static List<String> operationNames() {
        return APIS.values().stream()
                .flatMap(api -> api.operationNames().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The operation a URI names. An API with a single operation needs no operation name, unless that operation wipes out a
     * whole list.
     *
     * @throws IllegalArgumentException when there is no such API or operation; the message lists what there is
     */
    public static Operation require(String apiName, String operationName) {
        Api api = APIS.get(apiName);
        if (api == null) {
            throw new IllegalArgumentException(
                    "Unknown api '" + apiName + "', allowed: " + String.join(", ", APIS.keySet()));
        }
        Operation operation = operationName == null ? onlyOne(api) : api.operation(operationName);
        if (operation == null) {
            String problem = operationName == null ? "No operation given" : "Unknown operation '" + operationName + "'";
            throw new IllegalArgumentException(
                    problem + " for ajo:" + apiName + ", allowed: " + String.join(", ", api.operationNames()));
        }
        return operation;
    }

    private static Operation onlyOne(Api api) {
        Operation first = api.operations().get(0);
        return api.operations().size() == 1 && !first.destructive() ? first : null;
    }

    private static Map<String, Api> index(List<Api> apis) {
        Map<String, Api> index = new LinkedHashMap<>();
        apis.forEach(api -> index.put(api.name(), api));
        return index;
    }
}
