package io.github.camelajo.internal.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Adobe's error codes mean and what a user does about them. Facts of the gateway, the Capping and Throttling APIs and
 * the login; the docs list this table.
 */
public final class ErrorHints {

    private static final Map<String, Hint> HINTS = new LinkedHashMap<>();

    static {
        // Gateway
        hint(
                "400003",
                "Gateway",
                "the organisation id is missing",
                "set organizationId, for example 1234567890ABCDEF@AdobeOrg");
        hint(
                "401013",
                "Gateway",
                "the token is not valid (expired, or of another environment)",
                "check that tokenEndpoint and baseUrl are both production or both stage");
        hint(
                "401014",
                "Gateway",
                "the token belongs to another client than x-api-key",
                "use the client id the token is issued to, in the same environment");
        hint(
                "401015",
                "Gateway",
                "the token lacks a scope",
                "add the API to the Developer Console project and copy its scopes");
        hint("403000", "Gateway", "the client id is missing", "set clientId");
        hint(
                "403003",
                "Gateway",
                "the client id is unknown or its project does not have this API",
                "add the Adobe Journey Optimizer API to the project in the Developer Console");
        hint("403010", "Gateway", "the request had no token", "report this: the component always sends one");
        hint(
                "403011",
                "Gateway",
                "the token lacks a scope",
                "add the API to the Developer Console project and copy its scopes");
        hint(
                "403012",
                "Gateway",
                "the address of the caller is blocked",
                "ask your network team and Adobe about the block list");
        hint(
                "403013",
                "Gateway",
                "the address of the caller is not allowed",
                "have it added to the organisation's allow list");
        for (String code : List.of("403020", "403023", "403024")) {
            hint(
                    code,
                    "Gateway",
                    "the profile behind the token was refused",
                    "check organizationId and the product profile of the credential");
        }
        hint(
                "403025",
                "Gateway",
                "the credential is not entitled for this organisation",
                "check organizationId, and give the credential a product profile of it");
        hint(
                "403027",
                "Gateway",
                "the credential has no region in this organisation",
                "check organizationId, and give the credential an Experience Platform product profile");
        hint(
                "403201",
                "Gateway",
                "the client id may not call this service",
                "add the API to the project, or ask Adobe to enable it");
        hint("429001", "Gateway", "the limit of the service is reached", "call less often");
        hint("429002", "Gateway", "the limit of this client id is reached", "call less often");
        hint("429050", "Gateway", "too many requests", "wait as long as Retry-After says, then call again");
        for (String code : List.of("503000", "503010", "503020", "503030")) {
            hint(code, "Gateway", "the gateway could not check the key, token or profile", "try again later");
        }
        hint("503071", "Gateway", "the gateway asks for a delay", "try again after the time it names");
        // Capping
        hint("1451", "Capping", "the configuration is deployed", "undeploy it first, or delete with forceDelete=true");
        // Throttling
        hint(
                "1456",
                "Throttling",
                "the configuration is deployed",
                "undeploy it first, or delete with forceDelete=true");
        hint("1457", "Throttling", "deleting failed at Adobe", "try again later");
        hint("1458", "Throttling", "deploying failed at Adobe", "try again later");
        hint("1459", "Throttling", "undeploying failed at Adobe", "try again later");
        hint("1460", "Throttling", "reading failed at Adobe", "try again later");
        hint(
                "1461",
                "Throttling",
                "the running copy is not active, so it cannot be updated",
                "deploy the configuration again");
        hint("1462", "Throttling", "updating failed at Adobe", "try again later");
        hint(
                "1463",
                "Throttling",
                "the sandbox is not a production sandbox",
                "name a production sandbox: throttling acts on the whole organisation and is managed only there");
        hint("1464", "Throttling", "creating failed at Adobe", "try again later");
        hint(
                "1465",
                "Throttling",
                "the organisation has a throttling configuration already, and there can be only one",
                "list it and update it");
        alias("14466", "1466", "Throttling", "the configuration is deployed already", "nothing to do");
        alias("14467", "1467", "Throttling", "there is no configuration with this id", "list gives the ids");
        alias("14468", "1468", "Throttling", "the configuration is not deployed", "nothing to do");
        hint(
                "4000",
                "Capping, Throttling",
                "an unexpected error at Adobe, often an unknown sandbox",
                "check the name of the sandbox");
        // Validation of configurations
        hint("ERR_ENDPOINTCONFIG_100", "Capping", "url is missing or invalid", "give the address of the endpoint");
        hint(
                "ERR_ENDPOINTCONFIG_101",
                "Capping",
                "url is malformed",
                "write a whole URL, for example https://api.example.com/*");
        hint("ERR_ENDPOINTCONFIG_102", "Capping", "url has a wildcard in host or port", "use * after the host only");
        hint("ERR_ENDPOINTCONFIG_103", "Capping", "methods is missing", "list the HTTP methods");
        hint(
                "ERR_ENDPOINTCONFIG_104",
                "Capping",
                "there is no rating",
                "add services.action.rating or services.dataSource.rating");
        hint(
                "ERR_ENDPOINTCONFIG_106",
                "Capping",
                "maxHttpConnections is missing: there is no limit",
                "a warning; set it, at most 400");
        hint("ERR_ENDPOINTCONFIG_107", "Capping", "maxCallsCount is invalid", "a whole number of at least 1");
        hint("ERR_ENDPOINTCONFIG_108", "Capping", "periodInMs is invalid", "a whole number above 0, in milliseconds");
        hint(
                "ERR_ENDPOINTCONFIG_111",
                "Capping",
                "the body is invalid",
                "compare it with the EndpointConfig in the docs");
        hint("ERR_ENDPOINTCONFIG_112", "Capping", "the body is not JSON", "send a JSON object");
        hint(
                "ERR_AUTHORING_ENDPOINTCONFIG_1",
                "Capping",
                "services has a key that is unknown",
                "allowed: action, dataSource");
        hint(
                "ERR_THROTTLING_CONFIG_100",
                "Throttling",
                "a required field is missing",
                "urlPattern, methods and maxThroughput are required");
        hint(
                "ERR_THROTTLING_CONFIG_101",
                "Throttling",
                "maxThroughput is missing or out of range",
                "200 to 5000 calls per second");
        hint(
                "ERR_THROTTLING_CONFIG_104",
                "Throttling",
                "urlPattern is malformed",
                "write a whole URL, for example https://api.example.com/*");
        hint(
                "ERR_THROTTLING_CONFIG_105",
                "Throttling",
                "urlPattern has a wildcard in the host",
                "use * after the host only");
        hint(
                "ERR_THROTTLING_CONFIG_106",
                "Throttling",
                "the body is invalid",
                "compare it with the ThrottlingConfig in the docs");
    }

    private ErrorHints() {}

    /**
     * A code explained.
     *
     * @param code    Adobe's code
     * @param source  who answers with it
     * @param meaning what it means
     * @param advice  what to do
     */
    public record Hint(String code, String source, String meaning, String advice) {}

    /** What is known about a code, or {@code null}. */
    public static Hint find(String code) {
        return code == null ? null : HINTS.get(code);
    }

    /** All codes, for the docs. */
    public static List<Hint> all() {
        return new ArrayList<>(HINTS.values());
    }

    private static void hint(String code, String source, String meaning, String advice) {
        HINTS.put(code, new Hint(code, source, meaning, advice));
    }

    /** Adobe's help writes these codes with five digits; four may be meant, so both are understood. */
    private static void alias(String code, String other, String source, String meaning, String advice) {
        hint(code, source, meaning, advice);
        HINTS.put(other, new Hint(other, source, meaning, advice));
    }
}
