package io.github.camelajo;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.request.HeaderValues;

/** Reads the credentials from the options. */
final class Credentials {

    /** How the Kamelets of this project name the component inside them. */
    private static final String OF_A_KAMELET = "local-ajo";

    private static final String FURTHER = "ajo-";

    private Credentials() {}

    /**
     * @param  component                the name of the component
     * @throws IllegalArgumentException naming everything that is missing
     */
    static void check(AjoConfiguration configuration, String component) {
        refusePlaceholders(configuration);
        List<String> missing = missing(configuration);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The component " + component + " has no " + String.join(", ", missing)
                    + ". Copy the values from the OAuth Server-to-Server credential in the Adobe Developer Console; "
                    + whereToSet(component, missing.get(0)));
        }
        checkHeaderValue("clientId", configuration.getClientId());
        checkHeaderValue("organizationId", configuration.getOrganizationId());
    }

    /**
     * For calls without a token.
     *
     * @throws IllegalArgumentException when the organization is missing
     */
    static void checkOrganization(AjoConfiguration configuration, String component) {
        refusePlaceholders(configuration);
        List<String> missing = new ArrayList<>();
        addIfBlank(missing, "organizationId", configuration.getOrganizationId());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "The component " + component + " has no organizationId. Copy it from the OAuth Server-to-Server "
                            + "credential in the Adobe Developer Console; "
                            + whereToSet(component, "organizationId"));
        }
        checkHeaderValue("organizationId", configuration.getOrganizationId());
    }

    private static String whereToSet(String component, String option) {
        if (component.startsWith(OF_A_KAMELET)) {
            return "give them where the clientId of the Kamelet is given, or leave all of them to the component";
        }
        if (component.startsWith(FURTHER)) {
            return "set them where the component is made, in Spring Boot for example camel.component.ajo.organizations."
                    + component.substring(FURTHER.length()) + "." + option;
        }
        return component.equals("ajo")
                ? "set them on the component, for example camel.component.ajo." + option
                : "set them where the component is made, for example camel.beans." + component + "." + option;
    }

    private static void refusePlaceholders(AjoConfiguration configuration) {
        Placeholders.refuse("clientId", configuration.getClientId());
        Placeholders.refuse("clientSecret", configuration.getClientSecret());
        Placeholders.refuse("secondaryClientSecret", configuration.getSecondaryClientSecret());
        Placeholders.refuse("organizationId", configuration.getOrganizationId());
        Placeholders.refuse("scopes", configuration.getScopes());
        Placeholders.refuse("sandbox", configuration.getSandbox());
        Placeholders.refuse("baseUrl", configuration.getBaseUrl());
        Placeholders.refuse("tokenEndpoint", configuration.getTokenEndpoint());
    }

    /** Whether they suffice to request a token. */
    static boolean areComplete(AjoConfiguration configuration) {
        return missing(configuration).isEmpty();
    }

    private static List<String> missing(AjoConfiguration configuration) {
        List<String> missing = new ArrayList<>();
        addIfBlank(missing, "clientId", configuration.getClientId());
        if (configuration.getClientSecretSupplier() == null) {
            addIfBlank(missing, "clientSecret", configuration.getClientSecret());
        }
        addIfBlank(missing, "organizationId", configuration.getOrganizationId());
        addIfBlank(missing, "scopes", configuration.getScopes());
        return missing;
    }

    private static void addIfBlank(List<String> missing, String option, String value) {
        if (value == null || value.isBlank()) {
            missing.add(option);
        }
    }

    private static void checkHeaderValue(String option, String value) {
        String complaint = HeaderValues.complaintAbout(option, value);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /**
     * @param component what the endpoint started from: a secret that comes from there is read there again for each token, so
     *                  that it can be changed while routes run
     */
    static ClientCredentials of(AjoConfiguration endpoint, AjoConfiguration component, URI tokenEndpoint) {
        return new ClientCredentials(
                tokenEndpoint,
                endpoint.getClientId(),
                secret(endpoint, component),
                secondary(endpoint, component),
                Arrays.asList(endpoint.getScopes().split("[,\\s]+")));
    }

    private static Supplier<String> secret(AjoConfiguration endpoint, AjoConfiguration component) {
        if (endpoint.getClientSecretSupplier() != null) {
            return endpoint.getClientSecretSupplier();
        }
        boolean inherited = endpoint.getClientSecret().equals(component.getClientSecret());
        return inherited ? component::getClientSecret : endpoint::getClientSecret;
    }

    private static Supplier<String> secondary(AjoConfiguration endpoint, AjoConfiguration component) {
        boolean inherited = Objects.equals(endpoint.getSecondaryClientSecret(), component.getSecondaryClientSecret());
        return inherited ? component::getSecondaryClientSecret : endpoint::getSecondaryClientSecret;
    }
}
