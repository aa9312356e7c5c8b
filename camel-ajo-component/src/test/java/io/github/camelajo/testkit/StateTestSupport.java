package io.github.camelajo.testkit;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** Brings states about at a simulator. A test ends with {@link #settled}: the plan is empty, and applying it writes nothing. */
public abstract class StateTestSupport extends AjoTestSupport {

    public static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String FAST = "&awaitDelay=1&awaitMaxDelay=5";

    @BeforeEach
    public void forgetWhatOthersDid() {
        simulator().reset();
        simulator().forgetRequests();
    }

    /** Reports of plan and apply. */
    public StateReport plan(String api, Object document, String... options) {
        return report(api, document, "&mode=plan" + String.join("", options));
    }

    public StateReport apply(String api, Object document, String... options) {
        return report(api, document, String.join("", options));
    }

    private StateReport report(String api, Object document, String options) {
        Exchange exchange = exchange(api, document, options);
        if (exchange.getException() != null) {
            throw new AssertionError("It failed", exchange.getException());
        }
        return read(exchange);
    }

    public Exchange exchange(String api, Object document, String options) {
        return send("ajo:" + api + "?operation=apply&outputType=json" + FAST + options, document);
    }

    public static StateReport read(Exchange exchange) {
        try {
            return MAPPER.readValue(exchange.getMessage().getBody(String.class), StateReport.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What must fail in the end, and the report of it. */
    public AjoStateException failing(String api, Object document, String... options) {
        Exchange exchange = exchange(api, document, String.join("", options));
        assertThat(exchange.getException()).isInstanceOf(AjoStateException.class);
        return (AjoStateException) exchange.getException();
    }

    /** The plan is empty, and applying makes no call that writes, counted at the simulator. */
    public void settled(String api, Object document, String... options) {
        StateReport plan = plan(api, document, options);
        assertThat(plan.changes()).allSatisfy(change -> {
            assertThat(change.action()).as(change.toString()).isEqualTo(Action.UNCHANGED);
            assertThat(change.differences()).isEmpty();
        });
        simulator().forgetRequests();
        StateReport applied = apply(api, document, options);
        assertThat(writes()).isEmpty();
        assertThat(applied.calls()).containsEntry("writes", 0);
        assertThat(applied.changes())
                .allSatisfy(change -> assertThat(change.outcome()).isEqualTo(Outcome.NOT_NEEDED));
    }

    /** Requests that change something. */
    public static List<String> writes() {
        return simulator().requests().stream()
                .filter(request ->
                        !request.method().equals("GET") && !request.path().contains("/list/"))
                .map(request -> request.method() + " " + request.path().replaceAll("[0-9a-f-]{36}", "ID"))
                .toList();
    }

    public static List<String> reads() {
        return simulator().requests().stream()
                .filter(request ->
                        request.method().equals("GET") || request.path().contains("/list/"))
                .map(ReceivedRequest::path)
                .toList();
    }

    public static StateChange only(StateReport report) {
        assertThat(report.changes()).hasSize(1);
        return report.changes().get(0);
    }

    public static StateChange change(StateReport report, String kind, String key) {
        return report.changes().stream()
                .filter(change -> change.kind().equals(kind) && change.key().startsWith(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + kind + " " + key + " in " + report.text()));
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String api) {
        return template.requestBody("ajo:" + api + "?operation=list", null, List.class);
    }

    public String production() {
        return "&sandbox=" + AjoSimulator.PRODUCTION_SANDBOX;
    }
}
