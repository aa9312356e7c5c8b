package io.github.camelajo.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoEndpoint;
import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.docs.generator.Snippet;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.Fault;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The recipes that begin with a list, in each of their languages: loaded as they stand in the pages, they run by themselves. */
class SourceSnippetsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path reports;

    @TempDir
    Path locks;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:recipes", "sa", "");

    @AfterEach
    void end() throws Exception {
        context.close();
        execute("DROP ALL OBJECTS");
        database.dispose();
    }

    static Stream<Snippet> templates() {
        return named("source-templates");
    }

    static Stream<Snippet> nightly() {
        return named("source-nightly");
    }

    static Stream<Snippet> master() {
        return named("source-master");
    }

    static Stream<Snippet> suppressions() {
        return named("source-suppressions");
    }

    static Stream<Snippet> plan() {
        return named("source-plan");
    }

    private static Stream<Snippet> named(String name) {
        return RouteSnippetsTest.routes().filter(snippet -> snippet.name().equals(name));
    }

    private static AjoSimulator simulator() {
        return EXTENSION.simulator();
    }

    private void begin(Snippet snippet) throws Exception {
        RouteSnippetsTest.configure(context, simulator());
        context.getPropertiesComponent().addOverrideProperty("reports", reports.toString());
        context.getPropertiesComponent().addOverrideProperty("nightly", "* * * * * ?");
        context.getRegistry().bind("state", new MemorySourceState());
        context.getRegistry().bind("database", database);
        RouteSnippetsTest.load(context, snippet);
        for (RouteDefinition route : context.getRouteDefinitions()) {
            String uri = route.getInput().getEndpointUri();
            if (uri.contains("ajo:")) {
                // Camel would wait for a second.
                route.getInput().setUri(uri + "&initialDelay=1");
            }
        }
        context.start();
    }

    private void poll(String routeId) throws Exception {
        ((AjoEndpoint) context.getRoute(routeId).getEndpoint()).pollNow();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachTemplateIsAFile(Snippet snippet) throws Exception {
        begin(snippet);
        awaitFiles();
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files).allSatisfy(file -> assertThat(file).content().contains("\"template\""));
        }
    }

    @ParameterizedTest
    @MethodSource("nightly")
    void eachTemplateIsAFileWhenItsTimeHasCome(Snippet snippet) throws Exception {
        begin(snippet);
        awaitFiles();
    }

    private void awaitFiles() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            try (Stream<Path> files = Files.list(reports)) {
                assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).isNotEmptyFile());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("master")
    void behindMasterTheLeaderPolls(Snippet snippet) throws Exception {
        FileLockClusterService locks = new FileLockClusterService();
        locks.setRoot(this.locks.toString());
        locks.setAcquireLockDelay(200, TimeUnit.MILLISECONDS);
        locks.setAcquireLockInterval(200, TimeUnit.MILLISECONDS);
        context.addService(locks);
        begin(snippet);
        awaitFiles();
        assertThat(locks.getView("templates").getLeader())
                .hasValueSatisfying(leader -> assertThat(leader.isLocal()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("suppressions")
    void theTableHasTheAddressesThatAreSuppressed(Snippet snippet) throws Exception {
        execute(tableOf("suppressed"));
        begin(snippet);
        int before = items("ajo:suppression-address?operation=list&paging=all").size();
        assertThat(before).isPositive();
        await().until(() -> rows("SELECT address FROM suppressed").size() == before);
        template.requestBody(
                "ajo:suppression-address?operation=add",
                List.of(Map.of("entity", Map.of("type", "email", "entityValue", "o'neill@example.com"))));
        poll("suppressions-to-database");
        assertThat(rows("SELECT address FROM suppressed")).hasSize(before + 1).contains("o'neill@example.com");
        template.requestBodyAndHeader(
                "ajo:suppression-address?operation=delete", null, "CamelAjoId", "o'neill@example.com");
        poll("suppressions-to-database");
        poll("suppressions-to-database");
        assertThat(rows("SELECT address FROM suppressed")).hasSize(before).doesNotContain("o'neill@example.com");
    }

    @ParameterizedTest
    @MethodSource("plan")
    void theTableHasTheJourneysAndCampaignsThatThereAre(Snippet snippet) throws Exception {
        execute(tableOf("plan"));
        begin(snippet);
        List<Map<String, Object>> journeys = items("ajo:journey?operation=list&paging=all");
        List<Map<String, Object>> campaigns = items("ajo:campaign?operation=list&paging=all");
        await().until(() -> rows("SELECT id FROM plan").size() == journeys.size() + campaigns.size());
        journeys.get(0).put("name", "Named 'anew'; \"now\"");
        Object gone = journeys.remove(1).get("id");
        for (int i = 0; i < 2; i++) {
            answer("/ajo/journey", Map.of("results", journeys, "page", 0, "pages", 1));
            poll("journeys-to-database");
        }
        assertThat(rows("SELECT name FROM plan WHERE kind = 'journey' AND id = '"
                        + journeys.get(0).get("id") + "'"))
                .containsExactly("Named 'anew'; \"now\"");
        assertThat(rows("SELECT id FROM plan WHERE kind = 'journey'"))
                .hasSize(journeys.size())
                .doesNotContain((String) gone);
        gone = campaigns.remove(0).get("campaignId");
        for (int i = 0; i < 2; i++) {
            answer("/journey/campaigns", Map.of("data", campaigns, "_page", Map.of("page", 0, "totalPages", 1)));
            poll("campaigns-to-database");
        }
        assertThat(rows("SELECT id FROM plan WHERE kind = 'campaign'"))
                .hasSize(campaigns.size())
                .doesNotContain((String) gone);
    }

    /** As the page has it. */
    private static String tableOf(String name) {
        return DocsFolder.read(DocsFolder.MODULE.resolveSibling("docs").resolve("recipes.md"))
                .lines()
                .filter(line -> line.startsWith("CREATE TABLE " + name + " "))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(String uri) {
        return new ArrayList<>(template.requestBody(uri, null, List.class));
    }

    /** The simulator has no way to delete a journey or campaign, so its next answer is made here. */
    private static void answer(String path, Map<String, Object> page) throws JsonProcessingException {
        simulator()
                .failNext(Fault.builder()
                        .status(200)
                        .body("application/json", JSON.writeValueAsString(page))
                        .pathPrefix(path)
                        .build());
    }
}
