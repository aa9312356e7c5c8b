package io.github.camelajo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.answer.Models;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.internal.event.EventAddress;
import io.github.camelajo.internal.event.EventBatches;
import io.github.camelajo.internal.event.EventEnvelope;
import io.github.camelajo.internal.event.EventSettings;
import io.github.camelajo.internal.event.SingleEvent;
import io.github.camelajo.internal.event.ValidationGuard;
import io.github.camelajo.internal.flow.AnswerShaper;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.HeaderValues;
import io.github.camelajo.internal.request.RequestDefaults;
import io.github.camelajo.result.OutputType;

/**
 * Creates the runners that send events for an endpoint.
 *
 * @param checks   whether whole envelopes are checked before they are sent
 * @param guard    counts the events that are checked before the answer
 * @param caller   makes the calls
 * @param requests makes the requests of an operation
 */
record EventRunners(
        AjoConfiguration configuration,
        ObjectMapper mapper,
        BodyChecks checks,
        ValidationGuard guard,
        AjoCaller caller,
        RetryPolicy retries,
        Function<Operation, AjoRequestFactory> requests) {

    /**
     * What all requests to the event host have in common. A connection at the end of {@code eventUrl} becomes that of
     * the configuration.
     *
     * @throws IllegalArgumentException when an option is wrong, or contradicts another
     */
    static RequestDefaults defaults(
            AjoConfiguration configuration, RequestDefaults ofGateway, boolean insecure, boolean withToken) {
        EventAddress address = EventAddress.parse(configuration.getEventUrl(), insecure);
        String connection = configuration.getConnectionId();
        if (address.connectionId() != null) {
            if (connection != null && !connection.equals(address.connectionId())) {
                throw new IllegalArgumentException(
                        "connectionId and the end of eventUrl are different: give one of them, or the same twice");
            }
            configuration.setConnectionId(address.connectionId());
        }
        String dataflow = configuration.getDataflowId();
        String complaint = dataflow == null ? null : HeaderValues.complaintAbout("dataflowId", dataflow);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return ofGateway.at(
                address.host(), dataflow == null ? Map.of() : Map.of("x-adobe-flow-id", dataflow), withToken);
    }

    /** Creates the runner of an operation of the event host. */
    Runner create(Operation operation) {
        AnswerShaper shaper = new AnswerShaper(
                operation, configuration.getOutputType(), mapper, Models.forAnswer(operation.api(), operation.name()));
        AnswerReader reader = new AnswerReader(
                mapper,
                OutputType.MAP,
                configuration.getMaxResponseSize(),
                Duration.ofMillis(configuration.getStreamIdleTimeout()),
                InstantSource.system());
        if (operation.name().equals("send")) {
            return new SingleEvent(
                    operation,
                    caller,
                    reader,
                    requests.apply(operation),
                    envelope(mapper, configuration, checks),
                    settings(),
                    guard,
                    (input, answer) -> Result.of(answer.withBody(shaper.item(input, answer.body()))));
        }
        return new EventBatches(
                operation,
                caller,
                reader,
                requests.apply(operation),
                envelope(mapper, configuration, checks),
                settings(),
                retries,
                mapper,
                shaper::outcome);
    }

    /** What puts events into the envelope that an endpoint says. */
    static EventEnvelope envelope(ObjectMapper mapper, AjoConfiguration configuration, BodyChecks checks) {
        return new EventEnvelope(
                mapper,
                new EventEnvelope.Options(
                        configuration.getOrganizationId(),
                        configuration.getSchemaId(),
                        configuration.getSchemaVersion(),
                        configuration.getDatasetId(),
                        configuration.getDataflowId(),
                        configuration.getEventId()),
                checks,
                InstantSource.system(),
                () -> UUID.randomUUID().toString());
    }

    private EventSettings settings() {
        return new EventSettings(
                configuration.getMaxBatchMessages(),
                configuration.getMaxBatchBytes(),
                configuration.isRepeatUnknown(),
                configuration.isAnswerPerMessage());
    }
}
