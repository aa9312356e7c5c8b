package io.github.camelajo.springboot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.camelajo.springboot.generator.Descriptor;
import io.github.camelajo.springboot.generator.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class AjoActuatorAutoConfigurationTest {

    private static final String PREFIX = "camel.component.ajo.";

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AjoActuatorAutoConfiguration.class));

    static List<Option> options() {
        return Descriptor.read().options();
    }

    private static Stream<String> spellings(Option option) {
        return Stream.of(
                PREFIX + option.key(),
                PREFIX + option.name(),
                (PREFIX + option.key()).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                (PREFIX + option.key())
                        .toUpperCase(Locale.ROOT)
                        .replace('.', '_')
                        .replace("-", ""));
    }

    @ParameterizedTest
    @MethodSource("options")
    void hidesTheSecretsOfTheComponentAndNothingElse(Option option) {
        application.run(context -> {
            SanitizingFunction function = context.getBean(SanitizingFunction.class);
            assertThat(spellings(option))
                    .allSatisfy(key -> assertThat(function.apply(new SanitizableData(null, key, "value"))
                                    .getValue())
                            .isEqualTo(option.isSecret() ? SanitizableData.SANITIZED_VALUE : "value"));
        });
    }

    @ParameterizedTest
    @MethodSource("options")
    void hidesTheSecretsOfOrganizations(Option option) {
        application.run(context -> assertThat(context.getBean(SanitizingFunction.class)
                        .apply(new SanitizableData(null, PREFIX + "organizations.emea." + option.key(), "value"))
                        .getValue())
                .isEqualTo(option.isSecret() ? SanitizableData.SANITIZED_VALUE : "value"));
    }

    @Test
    void thereAreSecrets() {
        assertThat(options())
                .filteredOn(Option::isSecret)
                .extracting(Option::name)
                .contains("clientSecret");
    }

    @Test
    void isNotThereWithoutActuator() {
        application
                .withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AjoActuatorAutoConfiguration.class));
    }
}
