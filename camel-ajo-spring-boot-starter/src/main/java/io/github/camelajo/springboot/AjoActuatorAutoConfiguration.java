package io.github.camelajo.springboot;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelajo.AjoEndpointUriFactory;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Masks the secrets of the component in Actuator's {@code env} and {@code configprops}, even if the application lets
 * them show values.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class AjoActuatorAutoConfiguration {

    private static final String COMPONENT = "camelcomponentajo";
    private static final String ORGANIZATIONS = COMPONENT + "organizations";

    @Bean
    SanitizingFunction ajoSecretsSanitizingFunction() {
        Set<String> secrets = new AjoEndpointUriFactory()
                .secretPropertyNames().stream().map(option -> uniform(option)).collect(Collectors.toUnmodifiableSet());
        return data -> isSecret(uniform(data.getKey()), secrets) ? data.withSanitizedValue() : data;
    }

    private static boolean isSecret(String key, Set<String> secrets) {
        if (key.startsWith(ORGANIZATIONS)) {
            // The name of the organization comes in between.
            return secrets.stream().anyMatch(key::endsWith);
        }
        return key.startsWith(COMPONENT) && secrets.contains(key.substring(COMPONENT.length()));
    }

    /**
     * Brings camel.component.ajo.client-secret, its camel case form and CAMEL_COMPONENT_AJO_CLIENT_SECRET into one
     * form.
     */
    private static String uniform(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
