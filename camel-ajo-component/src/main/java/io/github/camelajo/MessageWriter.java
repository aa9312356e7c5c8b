package io.github.camelajo;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoJobException;
import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerStream;
import io.github.camelajo.internal.converter.RedeliveryDelay;
import io.github.camelajo.internal.flow.JobProgress;
import io.github.camelajo.internal.flow.PagedItems;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.model.StateReport;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.StreamCache;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the outcome of a call to the exchange. */
final class MessageWriter {

    /** Headers that only a successful call sets. */
    private static final List<String> RESULTS =
            List.of(AjoConstants.ETAG, AjoConstants.LOCATION, AjoConstants.RESOURCE_ID, AjoConstants.JOB_PARTIAL);

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    private final AjoConfiguration configuration;

    MessageWriter(AjoConfiguration configuration) {
        this.configuration = configuration;
    }

    void write(Exchange exchange, Result result) {
        Message message = exchange.getMessage();
        Answer answer = result.answer();
        message.setBody(answer.body() instanceof AnswerStream stream ? ownable(exchange, stream) : answer.body());
        message.setHeader(AjoConstants.STATUS_CODE, answer.status());
        set(message, AjoConstants.REQUEST_ID, answer.requestId());
        set(message, AjoConstants.RETRY_AFTER, null);
        set(message, AjoConstants.ETAG, answer.etag());
        set(message, AjoConstants.LOCATION, answer.location());
        set(message, AjoConstants.RESOURCE_ID, answer.resourceId());
        if (result.isPage()) {
            set(message, AjoConstants.NEXT_PAGE, result.nextPage());
            set(message, AjoConstants.TOTAL_PAGES, result.totalPages());
        }
        JobProgress job = result.job();
        if (job != null) {
            set(message, AjoConstants.JOB_ID, job.id());
            set(message, AjoConstants.JOB_STATE, job.state());
            message.setHeader(AjoConstants.JOB_PARTIAL, job.partial());
        }
        if (result.state() != null) {
            state(message, result.state());
        }
        if (answer.body() instanceof PagedItems list) {
            list.abandonWhen(() -> exchange.getException() != null);
        }
        if (message.getBody() instanceof AnswerStream stream) {
            whenDone(exchange, () -> close(stream));
        } else if (message.getBody() instanceof Closeable open && open == answer.body()) {
            whenDone(exchange, () -> IOHelper.close(open));
        }
    }

    /**
     * An exchange without a unit of work is created by a step like enrich for the call alone. If that step fails,
     * nobody tells when the exchange ends. So its answer is read now, as Camel would before the next step, and releases
     * its connection.
     */
    private static Object ownable(Exchange exchange, AnswerStream stream) {
        if (exchange.getUnitOfWork() != null || !isCached(exchange)) {
            return stream;
        }
        StreamCache cache = exchange.getContext().getTypeConverter().tryConvertTo(StreamCache.class, exchange, stream);
        return cache == null ? stream : cache;
    }

    private static boolean isCached(Exchange exchange) {
        Route route =
                exchange.getFromRouteId() == null ? null : exchange.getContext().getRoute(exchange.getFromRouteId());
        Boolean ofTheRoute = route == null ? null : route.isStreamCaching();
        return ofTheRoute == null ? exchange.getContext().isStreamCaching() : ofTheRoute;
    }

    private static void state(Message message, Result.StateOutcome state) {
        if (state.fingerprint() == null) {
            message.setHeader(AjoConstants.SKIPPED, state.skipped());
        } else {
            message.setHeader(AjoConstants.CHANGES, state.writes());
            message.setHeader(AjoConstants.PLAN_FINGERPRINT, state.fingerprint());
        }
    }

    /** A value of an earlier call must not look like one of this call. */
    private static void set(Message message, String header, Object value) {
        if (value != null) {
            message.setHeader(header, value);
        } else if (message.hasHeaders()) {
            message.removeHeader(header);
        }
    }

    private static void whenDone(Exchange exchange, Runnable close) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                close.run();
            }
        });
    }

    private static void close(AnswerStream stream) {
        try {
            stream.closeWithExchange();
        } catch (IOException e) {
            LOG.debug("The stream of an answer could not be closed", e);
        }
    }

    void fail(Exchange exchange, AjoException failure) {
        Message message = exchange.getMessage();
        set(message, AjoConstants.STATUS_CODE, failure.getStatusCode() == 0 ? null : failure.getStatusCode());
        AjoJobException job = failure instanceof AjoJobException ended ? ended : null;
        set(message, AjoConstants.JOB_ID, job == null ? null : job.getJobId());
        set(message, AjoConstants.JOB_STATE, job == null ? null : job.getState());
        RESULTS.forEach(header -> set(message, header, null));
        set(message, AjoConstants.REQUEST_ID, failure.getRequestId());
        Duration wait = failure.getRetryAfter();
        set(message, AjoConstants.RETRY_AFTER, wait == null ? null : wait.toMillis());
        // Inside doTry there is no redelivery, and the header would slow down later steps.
        boolean tried = exchange.getProperty(ExchangePropertyKey.TRY_ROUTE_BLOCK, false, Boolean.class);
        // A date in the past asks for nothing, so the delay of the route applies.
        boolean asked = wait != null && !wait.isZero();
        if (asked && failure.isRetryable() && configuration.isRetryAfterRedelivery() && !tried) {
            // Camel's redelivery takes its delay from here. Without redelivery it has no effect.
            long delay = Math.min(wait.toMillis(), configuration.getMaxRetryAfter());
            message.setHeader(Exchange.REDELIVERY_DELAY, new RedeliveryDelay(delay, failure));
        }
        if (failure instanceof AjoStateException unlike && unlike.getReport() != null) {
            StateReport report = unlike.getReport();
            message.setHeader(AjoConstants.CHANGES, report.calls().get("writes"));
            message.setHeader(AjoConstants.PLAN_FINGERPRINT, report.fingerprint());
        }
        exchange.setException(failure);
    }
}
