package io.github.camelajo.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnknownFieldsTest {

    private final ObjectMapper mapper = new ObjectMapper();

    static Stream<Class<?>> everyRecord() {
        return Arrays.stream(AjoModel.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyRecord")
    void surviveInEveryRecord(Class<? extends AjoModel> type) throws Exception {
        // One of them has the name of the component itself.
        JsonNode json = mapper.readTree("{\"news\":{\"a\":[1,null]},\"other\":\"x\",\"nothing\":null}");

        AjoModel model = mapper.readValue(json.toString(), type);

        assertThat(model.other()).containsOnlyKeys("news", "other", "nothing");
        assertThat(SentJson.by(mapper, model)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("everyRecord")
    void areAnEmptyMapWhenThereAreNone(Class<? extends AjoModel> type) throws Exception {
        AjoModel model = mapper.readValue("{}", type);

        assertThat(model.other()).isEmpty();
        assertThat(SentJson.by(mapper, model)).isEqualTo(mapper.createObjectNode());
    }

    @ParameterizedTest
    @MethodSource("everyRecord")
    void doNotKeepComponentsThatAreNull(Class<? extends AjoModel> type) throws Exception {
        ObjectNode nulls = mapper.createObjectNode();
        Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .map(accessor -> accessor.getAnnotation(JsonProperty.class))
                .filter(Objects::nonNull)
                .forEach(property -> nulls.putNull(property.value()));

        AjoModel model = mapper.readValue(nulls.toString(), type);

        assertThat(nulls).isNotEmpty();
        assertThat(model).isEqualTo(mapper.readValue("{}", type));
        assertThat(SentJson.by(mapper, model)).isEqualTo(mapper.createObjectNode());
    }

    @Test
    void cannotBeChangedFromOutside() {
        Rating rating = new Rating(1, 1L, Map.of("a", "b"));

        assertThatThrownBy(() -> rating.other().put("c", "d")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void mayBeLeftOutInAConstructor() {
        assertThat(new ServiceLimits(1, null, null).other()).isEmpty();
    }

    @Test
    void areFoundAtEveryDepth() throws Exception {
        String json = "{\"services\":{\"action\":{\"burst\":1,\"rating\":{\"maxCallsCount\":2,\"unit\":\"calls\"}},"
                + "\"somethingNew\":{\"rating\":{\"maxCallsCount\":3}}},\"tags\":[\"a\"]}";

        EndpointConfig config = mapper.readValue(json, EndpointConfig.class);

        assertThat(config.other()).isEqualTo(Map.of("tags", List.of("a")));
        assertThat(config.services().get("action").other()).isEqualTo(Map.of("burst", 1));
        assertThat(config.services().get("action").rating().other()).isEqualTo(Map.of("unit", "calls"));
        assertThat(config.services()).containsKey("somethingNew");
        assertThat(SentJson.by(mapper, config)).isEqualTo(mapper.readTree(json));
    }
}
