package io.github.camelajo.internal.operation;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies of events and packages, checked before an operation uses them. */
class PlatformBodiesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<BodyDescription> objects() {
        return Stream.of(
                EventBodies.SEND,
                EventBodies.SEND_BATCH,
                PackageBodies.CREATE,
                PackageBodies.ADD_ARTIFACTS,
                PackageBodies.REMOVE_ARTIFACTS,
                PackageBodies.UPDATE,
                PackageBodies.SUBMIT_IMPORT,
                PackageBodies.MAKE_PUBLIC);
    }

    private static RequestBody body(BodyDescription description) {
        return RequestBody.required(Operation.JSON, "body").describedBy(description);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void theExampleIsFine(BodyDescription description) throws JsonProcessingException {
        assertThat(body(description).complaint(MAPPER.readValue(description.example(), Object.class)))
                .isNull();
    }

    @Test
    void theListOfObjectsIsFine() throws JsonProcessingException {
        BodyDescription description = PackageBodies.LIST_DEPENDENCIES;
        assertThat(RequestBody.list(Operation.JSON, "body")
                        .describedBy(description)
                        .complaint(MAPPER.readValue(description.example(), Object.class)))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void anEmptyObjectIsNot(BodyDescription description) {
        assertThat(body(description).complaint(Map.of())).contains("is missing");
    }
}
