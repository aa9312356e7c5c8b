package io.github.camelajo.springboot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The application and the test of the page about Spring Boot are those that run here. */
class PageTest {

    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theFilesOfThePageAreThoseThatAreTried() throws Exception {
        Map<String, String> shown = new LinkedHashMap<>();
        FILE.matcher(read(Path.of("../docs/spring-boot.md")))
                .results()
                .forEach(file -> shown.put(file.group(1), file.group(2)));

        assertThat(shown)
                .containsOnlyKeys("com/example/JourneyApplication.java", "com/example/JourneyApplicationTest.java");
        for (Map.Entry<String, String> file : shown.entrySet()) {
            assertThat(file.getValue()).isEqualTo(read(Path.of("src/test/java").resolve(file.getKey())));
        }
    }

    private static String read(Path file) throws Exception {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
