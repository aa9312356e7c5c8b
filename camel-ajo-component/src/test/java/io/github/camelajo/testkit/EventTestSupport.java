package io.github.camelajo.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedEvent;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** Sends events to a simulator, one by one or in requests of four at most, and looks at what has arrived. */
public abstract class EventTestSupport extends AjoTestSupport {

    protected static final ObjectMapper MAPPER = new ObjectMapper();

    /** What an event that starts a journey needs. */
    protected static final String OPTIONS = "&schemaId=" + EventSamples.SCHEMA + "&datasetId=" + EventSamples.DATASET
            + "&eventId=" + EventSamples.EVENT_ID;

    protected static final String SEND_ONE =
            "ajo:event?operation=send&connectionId=" + EventSamples.CONNECTION + OPTIONS;

    protected static final String SEND = "ajo:event?operation=sendBatch&connectionId=" + EventSamples.CONNECTION
            + "&schemaId=" + EventSamples.SCHEMA + "&maxBatchMessages=4";

    /** Routes that deliver a message again, up to three times. */
    protected static final String ONE_AGAIN = "direct:one";

    protected static final String MANY_AGAIN = "direct:many";

    private static final String HOST = "/collection";

    @Override
    protected RoutesBuilder createRouteBuilder() throws Exception {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1));
                from(ONE_AGAIN).to(SEND_ONE);
                from(MANY_AGAIN).to(SEND);
            }
        };
    }

    /** The same to a connection that was created with authentication. */
    protected static String withToken(String uri) {
        return uri.replace(EventSamples.CONNECTION, EventSamples.AUTHENTICATED_CONNECTION) + "&eventToken=true";
    }

    /** Events with the ids e0, e1 and so on. */
    protected static List<Map<String, Object>> events(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Map.<String, Object>of("_id", "e" + i))
                .toList();
    }

    /** The next calls of the event host end in a status. */
    protected static void failNext(int count, int status) {
        simulator()
                .failNext(Fault.builder()
                        .count(count)
                        .status(status)
                        .pathPrefix(HOST)
                        .build());
    }

    /** The next call of the event host gets no answer. */
    protected static void breakNext() {
        simulator().failNext(Fault.builder().empty().pathPrefix(HOST).build());
    }

    /** The next call of the event host is answered by something else, such as a proxy, with a status that looks good. */
    protected static void answerNext(int status, String contentType, String body) {
        simulator()
                .failNext(Fault.builder()
                        .status(status)
                        .body(contentType, body)
                        .pathPrefix(HOST)
                        .build());
    }

    /** The next call of the event host is carried out, whatever is to fail after it. */
    protected static void letNextThrough() {
        simulator()
                .failNext(Fault.builder().delay(Duration.ZERO).pathPrefix(HOST).build());
    }

    /** The ids of what has arrived, in order. */
    protected static List<String> ids() {
        return simulator().events().received().stream().map(ReceivedEvent::id).toList();
    }

    /** How many messages each request had. */
    protected static List<Integer> sizes() {
        return simulator().requests().stream()
                .map(request -> body(request).path("messages").size())
                .toList();
    }

    protected static JsonNode body(ReceivedRequest request) {
        try {
            return MAPPER.readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static List<Object> remaining(AjoPartialFailureException failure) {
        List<Object> all = new ArrayList<>();
        failure.remaining().forEachRemaining(all::add);
        return all;
    }
}
