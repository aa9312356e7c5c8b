package io.github.camelajo.example.etl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests fit each other, and tell the pods all that a worker needs to know. */
class ManifestsTest {

    private static final Path FOLDER = Path.of("kubernetes");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{((?:etl|ajo|pod)\\.[a-z-]+)}}");

    private static List<JsonNode> manifests() {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> found = new ArrayList<>();
        for (String file : List.of("config.yaml", "worker.yaml")) {
            new Load(LoadSettings.builder().build())
                    .loadAllFromString(text(FOLDER.resolve(file)))
                    .forEach(document -> found.add(mapper.valueToTree(document)));
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode manifest(String kind, String name) {
        return manifests().stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind)
                        && manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
    }

    static JsonNode pod() {
        return manifest("Deployment", "ajo-etl").at("/spec/template");
    }

    private static JsonNode container() {
        return pod().at("/spec/containers/0");
    }

    @Test
    void allHaveWhatKubernetesAsksOfEachObject() {
        assertThat(manifests())
                .extracting(manifest -> manifest.path("kind").asText())
                .containsExactly(
                        "ConfigMap", "Secret", "ConfigMap", "ServiceAccount", "Role", "RoleBinding", "Deployment");
        assertThat(manifests()).allSatisfy(manifest -> {
            assertThat(manifest.path("apiVersion").asText()).isIn("v1", "apps/v1", "rbac.authorization.k8s.io/v1");
            assertThat(manifest.at("/metadata/name").asText()).startsWith("ajo-etl");
        });
    }

    @Test
    void severalPodsRunTheRoutesAndMayAgreeOnWhoLeads() {
        JsonNode deployment = manifest("Deployment", "ajo-etl");
        assertThat(deployment.at("/spec/replicas").asInt()).isGreaterThan(1);
        assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(pod().at("/metadata/labels"));
        assertThat(pod().at("/spec/serviceAccountName").asText())
                .isEqualTo(manifest("RoleBinding", "ajo-etl")
                        .at("/subjects/0/name")
                        .asText());
        assertThat(manifest("Role", "ajo-etl").path("rules"))
                .anySatisfy(rule -> {
                    assertThat(rule.at("/resources/0").asText()).isEqualTo("leases");
                    assertThat(rule.path("verbs")).extracting(JsonNode::asText).contains("get", "create", "update");
                })
                .anySatisfy(rule -> assertThat(rule.at("/resources/0").asText()).isEqualTo("pods"));
        assertThat(profile().getProperty("camel.beans.cluster.cluster-labels[app]"))
                .isEqualTo(pod().at("/metadata/labels/app").asText());
    }

    @Test
    void aPodHasTimeToEndItsCalls() throws IOException {
        int shutdown =
                Integer.parseInt(properties("application.properties").getProperty("camel.main.shutdown-timeout"));
        assertThat(pod().at("/spec/terminationGracePeriodSeconds").asInt()).isGreaterThan(shutdown);
    }

    @Test
    void aPodIsToldAllThatAWorkerNeeds() throws IOException {
        Set<String> told = new TreeSet<>();
        container().path("envFrom").forEach(source -> {
            String map = source.at("/configMapRef/name").asText();
            JsonNode values = map.isEmpty()
                    ? manifest("Secret", source.at("/secretRef/name").asText()).path("stringData")
                    : manifest("ConfigMap", map).path("data");
            values.fieldNames().forEachRemaining(told::add);
        });
        container()
                .path("env")
                .forEach(variable -> told.add(variable.path("name").asText()));

        assertThat(told).contains("CAMEL_MAIN_PROFILE").containsAll(needed());
    }

    /** Placeholders without a default in what a pod reads. */
    private static Set<String> needed() throws IOException {
        Set<String> needed = new TreeSet<>();
        List<Path> files = new ArrayList<>(List.of(
                Path.of("src/main/resources/application.properties"),
                Path.of("src/main/resources/application-kubernetes.properties"),
                Path.of("src/main/java/io/github/camelajo/example/etl/WorkerParts.java")));
        try (Stream<Path> routes = Files.list(Path.of("src/main/resources/camel"))) {
            files.addAll(routes.toList());
        }
        for (Path file : files) {
            PLACEHOLDER
                    .matcher(text(file).replaceAll("(?m)^ *#.*$", ""))
                    .results()
                    .map((MatchResult name) -> name.group(1).toUpperCase(Locale.ROOT))
                    .forEach(name -> needed.add(name.replace('.', '_').replace('-', '_')));
        }
        assertThat(needed).contains("ETL_DATABASE_URL", "AJO_CLIENT_SECRET", "POD_NAME", "ETL_EVENT_ID");
        return needed;
    }

    @Test
    void theLimitsAreWhereTheWorkerLooksForThem() {
        String folder =
                manifest("ConfigMap", "ajo-etl").at("/data/ETL_CONFIG_FOLDER").asText();
        JsonNode mount = container().at("/volumeMounts/0");
        assertThat(mount.path("mountPath").asText()).isEqualTo(folder);
        JsonNode volume = pod().at("/spec/volumes/0");
        assertThat(volume.path("name")).isEqualTo(mount.path("name"));
        assertThat(manifest("ConfigMap", volume.at("/configMap/name").asText())
                        .path("data")
                        .path("limits.yaml")
                        .asText())
                .contains("capping:");
    }

    private static Properties profile() {
        try {
            return properties("application-kubernetes.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", name))) {
            properties.load(reader);
        }
        return properties;
    }
}
