package io.github.camelajo.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this simulator. Maven writes it into the jar. */
final class Release {

    private static final String FILE = "/META-INF/maven/io.github.camelajo/camel-ajo-simulator/pom.properties";

    private Release() {}

    /** Returns the version, or {@code unreleased} if the classes are not in a jar. */
    static String version() {
        try (InputStream stream = Release.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                return "unreleased";
            }
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version", "unreleased");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
