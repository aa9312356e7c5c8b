package io.github.camelajo.example.etl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The Dockerfile and the manifests without containers: its content in a folder, and each pod as a process with the environment of
 * the Deployment. Needs {@code -Pservers,kubernetes} and the phase {@code verify}, which copies the dependencies.
 */
@Tag("servers")
@Timeout(300)
class ImageTest {

    private static final int ORDERS = 20;
    private static final int ENDED_BY_SIGTERM = 143;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> PODS = List.of("ajo-etl-1", "ajo-etl-2");

    @TempDir
    Path folder;

    @Test
    void thePodsShareTheWorkAndOneOfThemLeads() throws Exception {
        Image image =
                Image.build(Path.of("kubernetes/Dockerfile"), Path.of("").toAbsolutePath(), folder.resolve("image"));
        assertThat(image.user()).as("not root").isEqualTo("1000");
        JsonNode pod = ManifestsTest.pod();
        List<Process> processes = new ArrayList<>();
        try (Servers servers = Servers.start();
                AdobeView adobe = new AdobeView(servers.adobe());
                ApiServer kubernetes = new ApiServer(PODS, pod.at("/metadata/labels"))) {
            Tables tables = new Tables(servers.databaseUrl());
            tables.create();
            Shop.placeOrders(servers.brokerUrl(), ORDERS);
            for (String name : PODS) {
                processes.add(start(image, name, environment(pod, name, servers, kubernetes)));
            }

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(processes).as("see %s", folder).allMatch(Process::isAlive);
                assertThat(tables.deliveries("message/mails"))
                        .hasSize(ORDERS)
                        .containsValue("sent")
                        .doesNotContainValue("refused");
                assertThat(adobe.limitedUrls()).contains("https://api.example.com/orders");
                assertThat(kubernetes.holders().values()).isNotEmpty();
            });
            assertThat(Set.copyOf(PODS)).containsAll(kubernetes.holders().values());
            assertThat(kubernetes.unexpected()).isEmpty();
            assertThat(adobe.mailsByCustomer()).hasSize(ORDERS).allSatisfy((customer, mails) -> assertThat(mails)
                    .isEqualTo(1));

            processes.forEach(Process::destroy);
            for (Process process : processes) {
                assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private Process start(Image image, String name, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(image.command())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", name + ".log").toFile());
        // A container inherits nothing.
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The environment of the Deployment; only addresses and accounts are those of this test. */
    private Map<String, String> environment(JsonNode pod, String name, Servers servers, ApiServer kubernetes)
            throws IOException {
        JsonNode container = pod.at("/spec/containers/0");
        Map<String, String> environment = new HashMap<>();
        container.path("envFrom").forEach(source -> values(source)
                .fields()
                .forEachRemaining(
                        each -> environment.put(each.getKey(), each.getValue().asText())));
        container.path("env").forEach(variable -> {
            assertThat(variable.at("/valueFrom/fieldRef/fieldPath").asText()).isEqualTo("metadata.name");
            environment.put(variable.path("name").asText(), name);
        });
        environment.putAll(servers.account());
        environment.put("ETL_DATABASE_URL", servers.databaseUrl());
        environment.put("ETL_DATABASE_USER", "postgres");
        environment.put("ETL_BROKER_URL", servers.brokerUrl());
        environment.put("ETL_CONFIG_FOLDER", mounted(pod).toString());
        // What the service account tells a pod.
        environment.put("KUBERNETES_MASTER", kubernetes.url());
        environment.put("KUBERNETES_NAMESPACE", ApiServer.NAMESPACE);
        environment.put("KUBERNETES_AUTH_TRYSERVICEACCOUNT", "false");
        environment.put("KUBERNETES_AUTH_TRYKUBECONFIG", "false");
        // The limit of the container.
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return environment;
    }

    private static JsonNode values(JsonNode source) {
        String map = source.at("/configMapRef/name").asText();
        return map.isEmpty()
                ? ManifestsTest.manifest("Secret", source.at("/secretRef/name").asText())
                        .path("stringData")
                : ManifestsTest.manifest("ConfigMap", map).path("data");
    }

    /** Writes the files of the only volume. */
    private Path mounted(JsonNode pod) throws IOException {
        Path mount = Files.createDirectories(folder.resolve("config"));
        String map = pod.at("/spec/volumes/0/configMap/name").asText();
        var files = ManifestsTest.manifest("ConfigMap", map).path("data").fields();
        while (files.hasNext()) {
            var file = files.next();
            Files.writeString(mount.resolve(file.getKey()), file.getValue().asText());
        }
        return mount;
    }
}
