package io.github.camelajo.springboot.boot4;

import io.github.camelajo.springboot.AjoComponentAutoConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds this module to its purpose: a version that slips back would make its tests those of the starter once more. */
class PlatformTest {

    @Test
    void theTestsRunOnSpringBoot4() {
        assertThat(SpringBootVersion.getVersion()).startsWith("4.");
    }

    @Test
    void theTestsRunOnACamelForSpringBoot4() {
        String[] version = new DefaultCamelContext().getVersion().split("\\.");
        assertThat(Integer.parseInt(version[0])).isEqualTo(4);
        assertThat(Integer.parseInt(version[1])).isGreaterThanOrEqualTo(19);
    }

    @Test
    void theStarterIsTheOneOfTheOtherModule() {
        assertThat(AjoComponentAutoConfiguration.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .doesNotContain("boot-4/target");
    }
}
