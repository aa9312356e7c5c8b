package io.github.camelajo.docs;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The project of the first page does what the page says. That Maven runs it, too, is tried by {@code .ci/first-project}. */
class FirstProjectTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINES =
            Pattern.compile("<!-- generated:simulator-properties -->\\s*```properties\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path project;

    private static String page() {
        return DocsFolder.read(DocsFolder.pages().stream()
                .filter(page -> page.endsWith("getting-started.md"))
                .findFirst()
                .orElseThrow());
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        FILE.matcher(page()).results().forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    private static String linesOfTheSimulator() {
        Matcher lines = LINES.matcher(page());
        assertThat(lines.find()).isTrue();
        return lines.group(1)
                .replace("http://localhost:8088", EXTENSION.simulator().baseUrl());
    }

    @Test
    void theProjectMakesItsFirstCallAndEnds() throws Exception {
        Map<String, String> files = files();
        assertThat(files).hasSize(4);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            boolean properties = file.getKey().endsWith("application.properties");
            Files.writeString(path, file.getValue() + (properties ? linesOfTheSimulator() : ""));
        }
        Path classes = Files.createDirectory(project.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-d",
                        classes.toString(),
                        project.resolve("src/main/java/com/example/FirstCall.java")
                                .toString());
        assertThat(failed).isZero();
        URL[] urls = {
            classes.toUri().toURL(),
            project.resolve("src/main/resources").toUri().toURL()
        };
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
                LogCapture log = new LogCapture("first-call", Level.INFO)) {
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass("com.example.FirstCall")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
            assertThat(log.at(Level.INFO)).singleElement().asString().startsWith("All is well: true");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertThat(EXTENSION.simulator().requests()).isNotEmpty();
    }

    @Test
    void theVersionsOfThePomAreThoseOfTheBuild() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(files().get("pom.xml").getBytes(StandardCharsets.UTF_8)));
        String build = DocsFolder.read(DocsFolder.MODULE.resolveSibling("pom.xml"));
        assertThat(text(pom, "camel.version")).isEqualTo(first(build, "<camel.version>(.*?)<"));
        assertThat(versionOf(pom, "camel-ajo"))
                .isEqualTo(first(build, "camel-ajo-parent</artifactId>\\s*<version>(.*?)<"));
        assertThat(versionOf(pom, "slf4j-simple")).isEqualTo(first(build, "<slf4j.version>(.*?)<"));
    }

    private static String text(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    private static String versionOf(Document pom, String artifact) {
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (dependency
                    .getElementsByTagName("artifactId")
                    .item(0)
                    .getTextContent()
                    .equals(artifact)) {
                return dependency.getElementsByTagName("version").item(0).getTextContent();
            }
        }
        throw new AssertionError("The project does not depend on " + artifact);
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void environmentVariablesOfThePageAreOptions() throws Exception {
        Matcher block =
                Pattern.compile("<!-- environment -->\\s*((?: {4}\\S+\\n)+)").matcher(page());
        assertThat(block.find()).isTrue();
        Properties variables = new Properties();
        variables.load(new StringReader(block.group(1)));
        assertThat(variables).hasSize(5);
        Main main = new Main();
        // What Camel Main makes of the variables of its process, which a test cannot set.
        variables.forEach((name, value) -> main.addInitialProperty(
                name.toString()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("camel_component_ajo_", "camel.component.ajo.")
                        .replace('_', '-'),
                value.toString()));
        main.start();
        try {
            AjoComponent ajo = main.getCamelContext().getComponent("ajo", AjoComponent.class);
            assertThat(ajo.getConfiguration().getSandbox()).isEqualTo("dev");
            assertThat(ajo.getConfiguration().getScopes()).startsWith("openid,AdobeID");
        } finally {
            main.stop();
        }
    }

    @Test
    void aTextWithAPropertyMustNotHaveTwoClosingBracesElsewhere() throws Exception {
        assertThatThrownBy(() -> start("{ \"id\": \"{{campaign}}\", \"context\": { \"order\": { \"no\": 1 }}}"))
                .hasStackTraceContaining("Missing {{ from the text");
        start("{ \"id\": \"{{campaign}}\", \"context\": { \"order\": { \"no\": 1 } } }");
    }

    private static void start(String body) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getPropertiesComponent().addInitialProperty("campaign", "c");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:start").setBody(constant(body));
                }
            });
            context.start();
        }
    }
}
