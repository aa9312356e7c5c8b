package io.github.camelajo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RequestsTest {

    private static final Recipient EXTERNAL = Recipient.external("ann@example.com", "email");

    private final ObjectMapper mapper = new ObjectMapper();

    static Stream<Arguments> bodies() {
        MessageRequest message =
                MessageRequest.of("c-1", EXTERNAL.withContext(Map.of("a", "b"))).withRequestId("r-1");
        return Stream.of(
                arguments("message", "triggerUnitary", message),
                arguments("message", "triggerHighThroughput", message),
                arguments(
                        "message",
                        "triggerAudience",
                        AudienceRequest.of("c-1").withSchedule(Schedule.at(Instant.EPOCH))),
                arguments("suppression-address", "add", List.of(SuppressionEntry.email("ann@example.com"))),
                arguments("suppression-domain", "add", List.of(SuppressionEntry.domain("example.com"))),
                arguments("template", "create", Template.html("Sale", "<html/>")),
                arguments("template", "update", Template.content("Sale", "sms", Map.of("text", "Hi"))),
                arguments("template", "patch", List.of(PatchStep.remove("/description"))),
                arguments("fragment", "create", Fragment.html("Greeting", "<p/>")),
                arguments("fragment", "update", Fragment.expression("Greeting", Fragment.TEXT, "Hi")),
                arguments("fragment", "patch", List.of(PatchStep.add("/description", "Hi"))),
                arguments("fragment", "publish", Publication.of("f-1")),
                arguments(
                        "simulation",
                        "createProof",
                        ProofRequest.of(ProofRecipient.of("ann", "Email").withEmail("ann@example.com"))),
                arguments("simulation", "createPreview", PreviewRequest.of(PreviewRequest.Item.of("ann", "Email"))),
                arguments("dataset", "enable", DatasetJob.enabling("d-1")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatTheFactoriesMakePassesTheChecksOfTheCatalogue(String api, String operation, Object body) {
        assertThat(OperationCatalog.require(api, operation).body().complaint(mapper.convertValue(body, Object.class)))
                .isNull();
    }
}
