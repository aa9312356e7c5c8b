package io.github.camelajo.internal.converter;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.model.AjoModel;
import io.github.camelajo.model.CanDeploy;
import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.model.ThrottlingConfig;
import org.apache.camel.CamelContext;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AjoTypeConvertersTest {

    private static final String JSON =
            "{\"url\":\"https://api.example.com/ü\",\"methods\":[\"GET\"],\"services\":{\"action\":{\"rating\":"
                    + "{\"maxCallsCount\":5,\"periodInMs\":1000}}},\"news\":{\"a\":[1,2]}}";

    private final ObjectMapper mapper = new ObjectMapper();
    private CamelContext context;
    private TypeConverter converter;

    @BeforeEach
    void startContext() {
        context = new DefaultCamelContext();
        context.start();
        converter = context.getTypeConverter();
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    static Stream<Class<?>> everyRecord() {
        return Arrays.stream(AjoModel.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyRecord")
    void everyRecordGoesThroughEveryForm(Class<? extends AjoModel> type) throws Exception {
        AjoModel model = converter.mandatoryConvertTo(type, "{\"news\":{\"a\":[1,2]}}");
        assertThat(model).isInstanceOf(type);
        assertThat(model.other()).containsOnlyKeys("news");

        for (Class<?> form :
                List.of(String.class, byte[].class, InputStream.class, Map.class, JsonNode.class, ObjectNode.class)) {
            Object converted = converter.mandatoryConvertTo(form, model);
            assertThat(converted).isInstanceOf(form);
            assertThat(converter.mandatoryConvertTo(type, converted)).isEqualTo(model);
        }
    }

    @Test
    void readsJsonFromText() throws Exception {
        assertRead(JSON);
        assertRead(new StringBuilder(JSON));
        assertRead("\uFEFF" + JSON);
    }

    @Test
    void readsJsonFromBytes() throws Exception {
        assertRead(JSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsJsonFromAStream() throws Exception {
        assertRead(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsJsonFromAReader() throws Exception {
        assertRead(new StringReader(JSON));
    }

    @Test
    void readsJsonFromAFile(@TempDir Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("config.json"), JSON);
        File file = path.toFile();

        assertRead(file);
        assertRead(path);
    }

    @Test
    void readsATreeAndAMap() throws Exception {
        assertRead(mapper.readTree(JSON));
        assertRead(mapper.readValue(JSON, Map.class));
    }

    @Test
    void readsAMapThatARouteHasBuilt() throws Exception {
        EndpointConfig config = converter.mandatoryConvertTo(
                EndpointConfig.class,
                Map.of(
                        "url",
                        "https://api.example.com",
                        "methods",
                        new String[] {"GET"},
                        "services",
                        Map.of("dataSource", Map.of("rating", Map.of("maxCallsCount", "7", "periodInMs", 1000L)))));

        assertThat(config)
                .isEqualTo(
                        EndpointConfig.dataSource("https://api.example.com", List.of("GET"), 7, Duration.ofSeconds(1)));
    }

    @Test
    void aRequestRecordBecomesExactlyTheFieldsThatWereSet() throws Exception {
        ThrottlingConfig config = ThrottlingConfig.of("https://api.example.com", List.of("POST"), 300);

        assertThat((Object) converter.mandatoryConvertTo(Map.class, config))
                .isEqualTo(Map.of(
                        "urlPattern", "https://api.example.com", "methods", List.of("POST"), "maxThroughput", 300));
        assertThat(mapper.readTree(converter.mandatoryConvertTo(String.class, config)))
                .isEqualTo(mapper.readTree(
                        "{\"urlPattern\":\"https://api.example.com\",\"methods\":[\"POST\"],\"maxThroughput\":300}"));
    }

    @Test
    void aNumberAsErrorCodeIsReadAsText() throws Exception {
        CanDeploy canDeploy = converter.mandatoryConvertTo(
                CanDeploy.class, Map.of("errors", List.of(Map.of("errorCode", 1451, "error", "x"))));

        assertThat(canDeploy.errors()).extracting(CanDeploy.Problem::errorCode).containsExactly("1451");
    }

    @Test
    void convertsWithAndWithoutAnExchange() throws Exception {
        assertThat(converter.mandatoryConvertTo(EndpointConfig.class, new DefaultExchange(context), JSON))
                .isEqualTo(converter.mandatoryConvertTo(EndpointConfig.class, JSON));
    }

    @Test
    void usesTheOnlyMapperOfTheRegistryAndLeavesItAsItIs() throws Exception {
        ObjectMapper own = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        context.getRegistry().bind("mapper", own);
        DeserializationConfig reading = own.getDeserializationConfig();
        SerializationConfig writing = own.getSerializationConfig();

        EndpointConfig config = converter.mandatoryConvertTo(EndpointConfig.class, JSON);

        assertThat(converter.mandatoryConvertTo(String.class, config)).contains("\n");
        assertThat(own.getDeserializationConfig()).isSameAs(reading);
        assertThat(own.getSerializationConfig()).isSameAs(writing);
    }

    @Test
    void usesAMapperOfItsOwnWhenTheRegistryHasSeveral() throws Exception {
        context.getRegistry().bind("one", new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT));
        context.getRegistry().bind("two", new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT));
        EndpointConfig config = converter.mandatoryConvertTo(EndpointConfig.class, JSON);

        assertThat(converter.mandatoryConvertTo(String.class, config)).doesNotContain("\n");
    }

    @Test
    void badJsonSaysWhatIsWrong() {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(EndpointConfig.class, "{\"url\":"))
                .withRootCauseInstanceOf(JsonProcessingException.class);
        assertThat(converter.tryConvertTo(EndpointConfig.class, "{\"url\":")).isNull();
    }

    @Test
    void oneBadBodyDoesNotSpoilTheNext() throws Exception {
        for (String bad : List.of("null", "", "[]", "{")) {
            assertThatExceptionOfType(TypeConversionException.class)
                    .as(bad)
                    .isThrownBy(() -> converter.mandatoryConvertTo(EndpointConfig.class, bad));
        }
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(
                        EndpointConfig.class, mapper.getNodeFactory().nullNode()));

        assertRead(JSON);
        assertRead(mapper.readTree(JSON));
    }

    @Test
    void whatIsNoJsonObjectIsNotConverted() {
        EndpointConfig config = EndpointConfig.action("u", List.of("GET"), 1, Duration.ofSeconds(1));

        assertThatExceptionOfType(NoTypeConversionAvailableException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(EndpointConfig.class, new Bean("x")));
        assertThatExceptionOfType(NoTypeConversionAvailableException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(EndpointConfig.class, 5));
        assertThatExceptionOfType(NoTypeConversionAvailableException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(Bean.class, config));
        assertThatExceptionOfType(NoTypeConversionAvailableException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(ThrottlingConfig.class, config));
        assertThatExceptionOfType(NoTypeConversionAvailableException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(AjoModel.class, JSON));
    }

    @Test
    void otherBeansAreConvertedAsBefore() throws Exception {
        // First ours, because Camel remembers which converter did it.
        EndpointConfig config = converter.mandatoryConvertTo(EndpointConfig.class, JSON);
        converter.mandatoryConvertTo(String.class, config);
        converter.mandatoryConvertTo(Map.class, config);
        converter.mandatoryConvertTo(InputStream.class, config);

        Bean bean = new Bean("x");
        assertThat(converter.mandatoryConvertTo(String.class, bean)).isEqualTo("Bean x");
        assertThat(converter.mandatoryConvertTo(String.class, new OtherRecord("x")))
                .isEqualTo("OtherRecord[name=x]");
        assertThat(converter.mandatoryConvertTo(String.class, Map.of("a", 1))).isEqualTo("{a=1}");
        assertThat(converter.mandatoryConvertTo(Integer.class, "5")).isEqualTo(5);
        assertThatExceptionOfType(NoTypeConversionAvailableException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(Map.class, bean));
        assertThatExceptionOfType(NoTypeConversionAvailableException.class)
                .isThrownBy(() -> converter.mandatoryConvertTo(InputStream.class, bean));
    }

    @Test
    void theFirstConversionsMayComeFromManyThreadsAtOnce() throws Exception {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<EndpointConfig> task = () -> {
            together.await();
            return converter.mandatoryConvertTo(EndpointConfig.class, JSON);
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<EndpointConfig>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(task);
            }
            for (Future<EndpointConfig> future : executor.invokeAll(tasks)) {
                assertThat(future.get().url()).isEqualTo("https://api.example.com/ü");
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private void assertRead(Object value) throws Exception {
        EndpointConfig config = converter.mandatoryConvertTo(EndpointConfig.class, value);
        assertThat(config.url()).isEqualTo("https://api.example.com/ü");
        assertThat(config.services().get(EndpointConfig.ACTION).rating().period())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(config.other()).isEqualTo(Map.of("news", Map.of("a", List.of(1, 2))));
    }

    private record OtherRecord(String name) {}

    private static final class Bean {

        private final String name;

        Bean(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "Bean " + name;
        }
    }
}
