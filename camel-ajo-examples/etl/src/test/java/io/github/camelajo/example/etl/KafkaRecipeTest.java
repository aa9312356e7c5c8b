package io.github.camelajo.example.etl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.ReceivedEvent;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.time.Duration.ofSeconds;
import static org.apache.camel.builder.Builder.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The recipe for events from Kafka, as the page has it, with a real broker. */
@Tag("servers")
@Timeout(300)
class KafkaRecipeTest {

    private static final int EVENTS = 50;
    private static final long PATIENCE_SECONDS = 120;

    private static final Pattern RECIPE =
            Pattern.compile("<!-- snippet: recipe-kafka -->.*?```yaml\n(.*?)\n```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void eachRecordBecomesOneEventAlsoWhenItIsReadTwice() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder);
                AjoSimulator adobe = AjoSimulator.builder().start();
                DefaultCamelContext context = context(broker, adobe)) {
            produce(broker);
            String recipe = recipe();
            load(context, recipe);
            context.start();
            await().atMost(ofSeconds(PATIENCE_SECONDS))
                    .untilAsserted(() -> assertThat(adobe.events().count()).isEqualTo(EVENTS));
            assertThat(adobe.events().received())
                    .extracting(ReceivedEvent::id)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();

            // Another group begins with the first record, as after a commit that was lost.
            NotifyBuilder readAgain = new NotifyBuilder(context)
                    .fromRoute("again")
                    .whenDone(EVENTS)
                    .whenAllDoneMatches(header(AjoConstants.OUTBOX_RESULT).isEqualTo("known"))
                    .create();
            load(
                    context,
                    recipe.substring(0, recipe.indexOf("- route:\n    id: outbox-to-journeys"))
                            .replace("id: kafka-to-outbox", "id: again")
                            .replace("groupId: journeys", "groupId: again"));

            assertThat(readAgain.matches(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(adobe.events().count()).isEqualTo(EVENTS);
        }
    }

    private static void produce(KafkaBroker broker) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new StringSerializer())) {
            for (int n = 0; n < EVENTS; n++) {
                String event = "{\"identityMap\": {\"Email\": [{\"id\": \"customer%d@example.com\"}]}}".formatted(n);
                producer.send(new ProducerRecord<>("orders", event)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private static DefaultCamelContext context(KafkaBroker broker, AjoSimulator adobe) {
        DefaultCamelContext context = new DefaultCamelContext();
        AjoConfiguration configuration =
                context.getComponent("ajo", AjoComponent.class).getConfiguration();
        configuration.setClientId(adobe.clientId());
        configuration.setClientSecret(adobe.clientSecret());
        configuration.setOrganizationId(adobe.organizationId());
        configuration.setScopes(adobe.scopes());
        configuration.setBaseUrl(adobe.baseUrl());
        configuration.setEventUrl(adobe.baseUrl());
        configuration.setTokenEndpoint(adobe.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        var properties = context.getPropertiesComponent();
        properties.addOverrideProperty("kafka.brokers", broker.address());
        properties.addOverrideProperty("events.connection", EventSamples.CONNECTION);
        properties.addOverrideProperty("events.schema", EventSamples.SCHEMA);
        properties.addOverrideProperty("events.orderPlaced", EventSamples.EVENT_ID);
        return context;
    }

    private static String recipe() throws Exception {
        Matcher recipe = RECIPE.matcher(Files.readString(Path.of("../../docs/recipes.md")));
        assertThat(recipe.find()).as("docs/recipes.md has the recipe").isTrue();
        return recipe.group(1);
    }

    private static void load(DefaultCamelContext context, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("recipe.yaml", yaml));
    }
}
