package io.github.camelajo.internal.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.camelajo.exception.FailureKind;

import static io.github.camelajo.exception.FailureKind.AUTHENTICATION;
import static io.github.camelajo.exception.FailureKind.CONFLICT;
import static io.github.camelajo.exception.FailureKind.GUARDRAIL;
import static io.github.camelajo.exception.FailureKind.NOT_FOUND;
import static io.github.camelajo.exception.FailureKind.SERVER;
import static io.github.camelajo.exception.FailureKind.VALIDATION;

/**
 * Adobe's error codes: what kind of failure each one is, what it means and what a user does about it. The class of the
 * exception, the decision on repeats, the texts of messages and the table in the docs come from here. A code is added here and
 * nowhere else.
 */
public final class AdobeCodes {

    /** The code says nothing about the kind: the HTTP status decides. */
    private static final FailureKind BY_STATUS = null;

    /** The gateway is asked before any service. Its codes have six digits, and the first three are a status. */
    private static final Pattern GATEWAY = Pattern.compile("\\d{6}");

    /** Capping and Throttling answer 500 to what is wrong with the request. A repeat of the same request cannot help. */
    private static final Pattern ABOUT_THE_REQUEST = Pattern.compile("14\\d{2,3}|ERR_.*");

    private static final Map<String, AdobeCode> CODES = new LinkedHashMap<>();

    static {
        code(
                "400003",
                "Gateway",
                BY_STATUS,
                "the organization ID is missing",
                "set organizationId, for example 1234567890ABCDEF@AdobeOrg");
        code(
                "401013",
                "Gateway",
                AUTHENTICATION,
                "the token is not valid (expired, or from another environment)",
                "check that tokenEndpoint and baseUrl are both production or both stage");
        code(
                "401014",
                "Gateway",
                AUTHENTICATION,
                "the token belongs to another client than x-api-key",
                "use the client ID that the token was issued to, in the same environment");
        code(
                "401015",
                "Gateway",
                AUTHENTICATION,
                "the token lacks a scope",
                "add the API to the Developer Console project and copy its scopes");
        code("403000", "Gateway", AUTHENTICATION, "the client ID is missing", "set clientId");
        code(
                "403003",
                "Gateway",
                AUTHENTICATION,
                "the client ID is unknown, or its project does not have this API",
                "add the Adobe Journey Optimizer API to the project in the Developer Console");
        code(
                "403010",
                "Gateway",
                AUTHENTICATION,
                "the request had no token",
                "report this: the component always sends one");
        code(
                "403011",
                "Gateway",
                AUTHENTICATION,
                "the token lacks a scope",
                "add the API to the Developer Console project and copy its scopes");
        code(
                "403012",
                "Gateway",
                BY_STATUS,
                "the address of the caller is blocked",
                "ask your network team and Adobe about the block list");
        code(
                "403013",
                "Gateway",
                BY_STATUS,
                "the address of the caller is not allowed",
                "have it added to the organization's allow list");
        code(
                "403020",
                "Gateway",
                AUTHENTICATION,
                "the profile behind the token was refused",
                "check organizationId and the product profile of the credential");
        code(
                "403023",
                "Gateway",
                AUTHENTICATION,
                "the profile behind the token was refused",
                "check organizationId and the product profile of the credential");
        code(
                "403024",
                "Gateway",
                AUTHENTICATION,
                "the profile behind the token was refused",
                "check organizationId and the product profile of the credential");
        code(
                "403025",
                "Gateway",
                AUTHENTICATION,
                "the credential is not entitled for this organization",
                "check organizationId, and give the credential a product profile of this organization");
        code(
                "403027",
                "Gateway",
                AUTHENTICATION,
                "the credential has no region in this organization",
                "check organizationId, and give the credential an Experience Platform product profile");
        code(
                "403201",
                "Gateway",
                AUTHENTICATION,
                "the client ID may not call this service",
                "add the API to the project, or ask Adobe to enable it");
        code("429001", "Gateway", BY_STATUS, "the limit of the service is reached", "call less often");
        code("429002", "Gateway", BY_STATUS, "the limit of this client ID is reached", "call less often");
        code("429050", "Gateway", BY_STATUS, "too many requests", "wait as long as Retry-After says, then call again");
        code("503000", "Gateway", SERVER, "the gateway could not check the key, token or profile", "try again later");
        code("503010", "Gateway", SERVER, "the gateway could not check the key, token or profile", "try again later");
        code("503020", "Gateway", SERVER, "the gateway could not check the key, token or profile", "try again later");
        code("503030", "Gateway", SERVER, "the gateway could not check the key, token or profile", "try again later");
        code("503071", "Gateway", SERVER, "the gateway asks for a delay", "try again after the time it names");
        code(
                "1451",
                "Capping",
                CONFLICT,
                "the configuration is deployed",
                "undeploy it first, or delete with forceDelete=true");
        code(
                "1456",
                "Throttling",
                CONFLICT,
                "the configuration is deployed",
                "undeploy it first, or delete with forceDelete=true");
        code("1457", "Throttling", BY_STATUS, "deleting failed at Adobe", "try again later");
        code("1458", "Throttling", BY_STATUS, "deploying failed at Adobe", "try again later");
        code("1459", "Throttling", BY_STATUS, "undeploying failed at Adobe", "try again later");
        code("1460", "Throttling", BY_STATUS, "reading failed at Adobe", "try again later");
        code(
                "1461",
                "Throttling",
                CONFLICT,
                "the running copy is not active, so it cannot be updated",
                "deploy the configuration again");
        code("1462", "Throttling", BY_STATUS, "updating failed at Adobe", "try again later");
        code(
                "1463",
                "Throttling",
                VALIDATION,
                "the sandbox is not a production sandbox",
                "name a production sandbox: throttling applies to the whole organization and is managed only "
                        + "there");
        code("1464", "Throttling", BY_STATUS, "creating failed at Adobe", "try again later");
        code(
                "1465",
                "Throttling",
                CONFLICT,
                "the organization already has a throttling configuration, and there can be only one",
                "list it and update it");
        alias("14466", "1466", "Throttling", CONFLICT, "the configuration is already deployed", "nothing to do");
        alias(
                "14467",
                "1467",
                "Throttling",
                NOT_FOUND,
                "there is no configuration with this ID",
                "list returns the IDs");
        alias("14468", "1468", "Throttling", CONFLICT, "the configuration is not deployed", "nothing to do");
        code(
                "4000",
                "Capping, Throttling",
                BY_STATUS,
                "an unexpected error at Adobe, often an unknown sandbox",
                "check the name of the sandbox");
        code(
                "ERR_ENDPOINTCONFIG_100",
                "Capping",
                VALIDATION,
                "url is missing or invalid",
                "set the address of the endpoint");
        code(
                "ERR_ENDPOINTCONFIG_101",
                "Capping",
                VALIDATION,
                "url is malformed",
                "write a complete URL, for example https://api.example.com/*");
        code(
                "ERR_ENDPOINTCONFIG_102",
                "Capping",
                VALIDATION,
                "url has a wildcard in host or port",
                "use * only after the host");
        code("ERR_ENDPOINTCONFIG_103", "Capping", VALIDATION, "methods is missing", "list the HTTP methods");
        code(
                "ERR_ENDPOINTCONFIG_104",
                "Capping",
                VALIDATION,
                "there is no rating",
                "add services.action.rating or services.dataSource.rating");
        code(
                "ERR_ENDPOINTCONFIG_106",
                "Capping",
                VALIDATION,
                "maxHttpConnections is missing: there is no limit",
                "a warning; set it, at most 400");
        code(
                "ERR_ENDPOINTCONFIG_107",
                "Capping",
                VALIDATION,
                "maxCallsCount is invalid",
                "a whole number of at least 1");
        code(
                "ERR_ENDPOINTCONFIG_108",
                "Capping",
                VALIDATION,
                "periodInMs is invalid",
                "a whole number above 0, in milliseconds");
        code(
                "ERR_ENDPOINTCONFIG_111",
                "Capping",
                VALIDATION,
                "the body is invalid",
                "compare it with the EndpointConfig in the docs");
        code("ERR_ENDPOINTCONFIG_112", "Capping", VALIDATION, "the body is not JSON", "send a JSON object");
        code(
                "ERR_AUTHORING_ENDPOINTCONFIG_1",
                "Capping",
                VALIDATION,
                "services has an unknown key",
                "allowed: action, dataSource");
        code(
                "ERR_THROTTLING_CONFIG_100",
                "Throttling",
                VALIDATION,
                "a required field is missing",
                "urlPattern, methods and maxThroughput are required");
        code(
                "ERR_THROTTLING_CONFIG_101",
                "Throttling",
                VALIDATION,
                "maxThroughput is missing or out of range",
                "200 to 5000 calls per second");
        code(
                "ERR_THROTTLING_CONFIG_104",
                "Throttling",
                VALIDATION,
                "urlPattern is malformed",
                "write a complete URL, for example https://api.example.com/*");
        code(
                "ERR_THROTTLING_CONFIG_105",
                "Throttling",
                VALIDATION,
                "urlPattern has a wildcard in the host",
                "use * only after the host");
        code(
                "ERR_THROTTLING_CONFIG_106",
                "Throttling",
                VALIDATION,
                "the body is invalid",
                "compare it with the ThrottlingConfig in the docs");
        code(
                "CJMOC-6104-429",
                "Orchestrated campaigns",
                GUARDRAIL,
                "the campaign was triggered less than an hour ago",
                "wait: a live campaign can be triggered once an hour");
    }

    private AdobeCodes() {}

    /**
     * A code explained.
     *
     * @param code    Adobe's code
     * @param source  who answers with it
     * @param kind    what kind of failure it is whatever the HTTP status says; {@code null}: the status decides
     * @param meaning what it means
     * @param advice  what to do
     */
    public record AdobeCode(String code, String source, FailureKind kind, String meaning, String advice) {}

    /** What is known about a code, or {@code null}. */
    public static AdobeCode find(String code) {
        return code == null ? null : CODES.get(code);
    }

    /** All codes, for the docs. */
    public static List<AdobeCode> all() {
        return new ArrayList<>(CODES.values());
    }

    /** The kind of failure that a code stands for whatever the HTTP status says, or {@code null}: the status decides. */
    public static FailureKind kindOf(String code) {
        AdobeCode known = find(code);
        if (known != null && known.kind() != null) {
            return known.kind();
        }
        if (isOfGateway(code, 503)) {
            return SERVER;
        }
        if (isOfGateway(code, 401)) {
            return AUTHENTICATION;
        }
        return code != null && code.startsWith("ERR_") ? VALIDATION : BY_STATUS;
    }

    /** Whether the gateway refused the token. It answers so with the status 401, and at times with 400 or 403. */
    public static boolean refusesToken(String code) {
        return isOfGateway(code, 401);
    }

    /** Whether the code is one of the gateway. */
    public static boolean isOfGateway(String code) {
        return code != null && GATEWAY.matcher(code).matches();
    }

    /**
     * Whether the code is one of the gateway for a status. A service that repeats the status as its code, or has a code that
     * begins like it, does not speak for the gateway.
     */
    public static boolean isOfGateway(String code, int status) {
        return isOfGateway(code) && code.startsWith(Integer.toString(status));
    }

    /** Whether the request itself is at fault, so that the same request fails again. */
    public static boolean isAboutTheRequest(String code) {
        return code != null && ABOUT_THE_REQUEST.matcher(code).matches();
    }

    private static void code(String code, String source, FailureKind kind, String meaning, String advice) {
        CODES.put(code, new AdobeCode(code, source, kind, meaning, advice));
    }

    /** Adobe's help writes these codes with five digits; four may be meant, so both are understood. */
    private static void alias(
            String code, String other, String source, FailureKind kind, String meaning, String advice) {
        code(code, source, kind, meaning, advice);
        code(other, source, kind, meaning, advice);
    }
}
