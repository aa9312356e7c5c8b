package io.github.camelajo.example.common;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes settings of an account away during a test, and those that the test has made away after it. */
public final class WithoutAccount implements BeforeEachCallback, AfterEachCallback {

    private final Properties before = new Properties();

    @Override
    public void beforeEach(ExtensionContext context) {
        before.putAll(settings());
        settings().keySet().forEach(System::clearProperty);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        settings().keySet().forEach(System::clearProperty);
        before.forEach((key, value) -> System.setProperty((String) key, (String) value));
    }

    private static Map<String, String> settings() {
        return List.copyOf(System.getProperties().stringPropertyNames()).stream()
                .filter(key -> key.startsWith("ajo."))
                .collect(Collectors.toMap(key -> key, System::getProperty));
    }
}
