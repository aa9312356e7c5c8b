package io.github.camelajo;

import java.util.List;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import io.github.camelajo.testkit.SampleCalls;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the 127 operations goes out through a route once. Identifiers are made up, so most answers are "not found" or a
 * complaint about the body; what counts is that Adobe's side knows the address and takes method, media types and headers.
 */
class EveryOperationTest extends AjoTestSupport {

    @ParameterizedTest
    @MethodSource("io.github.camelajo.testkit.SampleCalls#operations")
    void theAddressMethodAndMediaTypesOfAnOperationAreTheOnesOfAdobe(Operation operation) {
        Exchange exchange = template.request(
                "ajo:" + operation.api() + "?operation=" + operation.name()
                        + (operation.api().equals("throttling") ? "&sandbox=prod" : ""),
                e -> SampleCalls.fill(operation, e.getMessage()));
        LeakScan.note(exchange.getException());

        List<ReceivedRequest> requests = simulator().requests();
        assertThat(requests)
                .as("%s: %s", operation.id(), exchange.getException())
                .hasSize(1);
        ReceivedRequest request = requests.get(0);
        assertThat(request.method()).isEqualTo(operation.method().name());
        assertThat(request.header("x-sandbox-name")).isNotBlank();
        if (operation.accept() != null) {
            assertThat(request.header("Accept")).isEqualTo(operation.accept());
        }
        operation.headers().forEach((name, value) -> assertThat(request.header(name))
                .isEqualTo(value));
        if (exchange.getException() instanceof AjoException failure) {
            assertThat(failure.getMessage())
                    .as(operation.id())
                    .doesNotContain("HTML page", "gateway knows no such address");
            assertThat(failure.getStatusCode())
                    .as("%s: %s", operation.id(), failure)
                    .isNotIn(0, 401, 405, 406, 415);
        } else {
            assertThat(exchange.getException()).as(operation.id()).isNull();
        }
    }
}
