package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.LoyaltyChallengeOperations.BETA;
import static io.github.camelajo.internal.operation.LoyaltyConfigOperations.ADVANCED;
import static io.github.camelajo.internal.operation.LoyaltyConfigOperations.NAME_TAKEN;
import static io.github.camelajo.internal.operation.LoyaltyConfigOperations.WHOLE_CONFIG;
import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.put;

/** Loyalty APIs for rewards: who hands them out, what they are, and how the provider is called. A private beta at Adobe. */
final class LoyaltyRewardOperations {

    private static final String REWARDS = LoyaltyConfigOperations.CONFIG_PATH + "/rewards";
    private static final String PROVIDER_LIST = REWARDS + "/providers";
    private static final String PROVIDER = PROVIDER_LIST + "/{providerId}";
    private static final String DEFINITION_LIST = REWARDS + "/definitions/{providerId}";
    private static final String DEFINITION = DEFINITION_LIST + "/{rewardId}";
    private static final String PROXY_LIST = REWARDS + "/proxies/{providerId}";
    private static final String PROXY = PROXY_LIST + "/{proxyId}";
    private static final String AUTH_LIST = REWARDS + "/auth-tokens/{providerId}";
    private static final String AUTH = AUTH_LIST + "/{authId}";

    private static final String PROVIDER_ID =
            "ID of the reward provider: guid in the answer of loyalty-reward-provider.list";
    private static final String REWARD_ID = "ID of the reward: guid in the answer of list";
    private static final String PROXY_ID = "ID of the proxy: as in proxyMap of the provider";
    private static final String AUTH_ID = "ID of the token generator: as in authTokenGeneratorMap of the provider";
    private static final Permission VIEW =
            Permission.onTarget("View Loyalty Reward Configuration or Manage Loyalty Advanced Configuration");
    private static final String SECRETS =
            "With the permission to manage, the answer contains passwords and similar secrets: keep them out of "
                    + "logs.";
    private static final Paging WHOLE = Paging.whole(null);

    private static final RequestBody PROVIDER_BODY =
            RequestBody.required(Operation.JSON, "RewardEndpointDefinition").describedBy(LoyaltyConfigBodies.PROVIDER);
    private static final RequestBody DEFINITION_BODY =
            RequestBody.required(Operation.JSON, "RewardDefinition").describedBy(LoyaltyConfigBodies.DEFINITION);
    private static final RequestBody PROXY_BODY =
            RequestBody.required(Operation.JSON, "ProxyConfig").describedBy(LoyaltyConfigBodies.PROXY);
    private static final RequestBody AUTH_BODY =
            RequestBody.required(Operation.JSON, "AuthTokenGenerator").describedBy(LoyaltyConfigBodies.AUTH);

    static final Api PROVIDERS = new Api(
            "loyalty-reward-provider",
            "Loyalty: reward providers",
            "Systems that issue the rewards of loyalty challenges." + BETA,
            List.of(
                    view(get("loyalty-reward-provider", "list", PROVIDER_LIST))
                            .summary("All reward providers of the organization")
                            .paging(WHOLE)
                            .build(),
                    manage(post("loyalty-reward-provider", "create", PROVIDER_LIST))
                            .summary("Create a reward provider")
                            .body(PROVIDER_BODY)
                            .answers(201)
                            .note(WHOLE_CONFIG)
                            .note(NAME_TAKEN)
                            .build(),
                    view(get("loyalty-reward-provider", "get", PROVIDER))
                            .summary("One reward provider")
                            .build(),
                    manage(put("loyalty-reward-provider", "update", PROVIDER))
                            .summary("Replace a reward provider")
                            .body(PROVIDER_BODY)
                            .note(WHOLE_CONFIG)
                            .build(),
                    manage(delete("loyalty-reward-provider", "delete", PROVIDER))
                            .summary("Delete a reward provider")
                            .note(WHOLE_CONFIG)
                            .build()));

    static final Api DEFINITIONS = new Api(
            "loyalty-reward-definition",
            "Loyalty: reward definitions",
            "The rewards that a reward provider offers." + BETA,
            List.of(
                    view(get("loyalty-reward-definition", "list", DEFINITION_LIST))
                            .summary("All rewards of a provider")
                            .paging(WHOLE)
                            .build(),
                    manage(post("loyalty-reward-definition", "create", DEFINITION_LIST))
                            .summary("Create a reward")
                            .body(DEFINITION_BODY)
                            .answers(201)
                            .note(WHOLE_CONFIG)
                            .note(NAME_TAKEN)
                            .build(),
                    view(get("loyalty-reward-definition", "get", DEFINITION))
                            .summary("One reward")
                            .path("rewardId", REWARD_ID)
                            .build(),
                    manage(put("loyalty-reward-definition", "update", DEFINITION))
                            .summary("Replace a reward")
                            .path("rewardId", REWARD_ID)
                            .body(DEFINITION_BODY)
                            .note("Status 422 if `rewardJsonata` is not valid.")
                            .build(),
                    manage(delete("loyalty-reward-definition", "delete", DEFINITION))
                            .summary("Delete a reward")
                            .path("rewardId", REWARD_ID)
                            .answers(204)
                            .build()));

    static final Api PROXIES = new Api(
            "loyalty-reward-proxy",
            "Loyalty: reward proxies",
            "Proxies for calls to a reward provider." + BETA,
            List.of(
                    view(get("loyalty-reward-proxy", "list", PROXY_LIST))
                            .summary("All proxies of a reward provider")
                            .paging(WHOLE)
                            .build(),
                    manage(post("loyalty-reward-proxy", "create", PROXY_LIST))
                            .summary("Create a proxy of a reward provider")
                            .body(PROXY_BODY)
                            .answers(201)
                            .note(WHOLE_CONFIG)
                            .note(NAME_TAKEN)
                            .build(),
                    view(get("loyalty-reward-proxy", "get", PROXY))
                            .summary("One proxy of a reward provider")
                            .path("proxyId", PROXY_ID)
                            .build(),
                    manage(put("loyalty-reward-proxy", "update", PROXY))
                            .summary("Replace a proxy of a reward provider")
                            .path("proxyId", PROXY_ID)
                            .body(PROXY_BODY)
                            .build(),
                    manage(delete("loyalty-reward-proxy", "delete", PROXY))
                            .summary("Delete a proxy of a reward provider")
                            .path("proxyId", PROXY_ID)
                            .answers(204)
                            .build()));

    static final Api AUTH_TOKENS = new Api(
            "loyalty-reward-auth",
            "Loyalty: reward logins",
            "How Adobe gets the tokens for calls to a reward provider." + BETA,
            List.of(
                    view(get("loyalty-reward-auth", "list", AUTH_LIST))
                            .summary("All token generators of a reward provider")
                            .paging(WHOLE)
                            .build(),
                    manage(post("loyalty-reward-auth", "create", AUTH_LIST))
                            .summary("Create a token generator of a reward provider")
                            .body(AUTH_BODY)
                            .answers(201)
                            .note(WHOLE_CONFIG)
                            .note(NAME_TAKEN)
                            .build(),
                    view(get("loyalty-reward-auth", "get", AUTH))
                            .summary("One token generator of a reward provider")
                            .path("authId", AUTH_ID)
                            .build(),
                    manage(put("loyalty-reward-auth", "update", AUTH))
                            .summary("Replace a token generator of a reward provider")
                            .path("authId", AUTH_ID)
                            .body(AUTH_BODY)
                            .build(),
                    manage(delete("loyalty-reward-auth", "delete", AUTH))
                            .summary("Delete a token generator of a reward provider")
                            .path("authId", AUTH_ID)
                            .answers(204)
                            .build()));

    private LoyaltyRewardOperations() {}

    /** What reading has in common. */
    private static OperationBuilder view(OperationBuilder operation) {
        return operation.path("providerId", PROVIDER_ID).permission(VIEW).note(SECRETS);
    }

    /** What changing has in common. */
    private static OperationBuilder manage(OperationBuilder operation) {
        return operation.path("providerId", PROVIDER_ID).permission(ADVANCED);
    }
}
