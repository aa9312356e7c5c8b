package io.github.camelajo.quarkus.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When the Dev Service starts, and when it does not. */
class AjoDevServicesProcessorTest {

    private final List<String> set = new ArrayList<>();

    @AfterEach
    void forget() {
        set.forEach(System::clearProperty);
    }

    @Test
    void isStartedWhenNothingIsConfigured() {
        assertThat(services(true)).hasSize(1);
    }

    @Test
    void isNotStartedWhenItIsSwitchedOff() {
        assertThat(services(false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-id", "clientId", "base-url", "baseUrl", "token-endpoint", "tokenEndpoint"})
    void isNotStartedWithAnAccountOrAnAddress(String option) {
        configure(option, "own");

        assertThat(services(true)).isEmpty();
    }

    @Test
    void isNotStartedWhenThereIsAnEmptyClientIdWhichWouldHideItsOwn() {
        configure("client-id", "");

        assertThat(services(true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-secret", "organization-id", "sandbox", "max-retries"})
    void isStartedWithOtherOptions(String option) {
        configure(option, "7");

        assertThat(services(true)).hasSize(1);
    }

    @Test
    void restartsWhenASettingOfItChanges() {
        SimulatorSettings settings = new SimulatorSettings(0, "secret", null);

        assertThat(settings.identity())
                .isEqualTo(new SimulatorSettings(0, "secret", null).identity())
                .isNotEqualTo(new SimulatorSettings(1, "secret", null).identity())
                .isNotEqualTo(new SimulatorSettings(0, "other", null).identity())
                .isNotEqualTo(new SimulatorSettings(0, "secret", "organization").identity());
    }

    @Test
    void doesNotShowASecret() {
        assertThat(new SimulatorSettings(0, "s3cr3t", null)).asString().doesNotContain("s3cr3t");
    }

    private void configure(String option, String value) {
        String name = "camel.component.ajo." + option;
        System.setProperty(name, value);
        set.add(name);
    }

    private static List<DevServicesResultBuildItem> services(boolean enabled) {
        List<DevServicesResultBuildItem> services = new ArrayList<>();
        new AjoDevServicesProcessor().simulator(new Config(enabled), services::add);
        return services;
    }

    private record Config(boolean enabled) implements AjoBuildTimeConfig, AjoBuildTimeConfig.DevServices {

        @Override
        public DevServices devservices() {
            return this;
        }

        @Override
        public OptionalInt port() {
            return OptionalInt.empty();
        }

        @Override
        public Health health() {
            return () -> true;
        }
    }
}
