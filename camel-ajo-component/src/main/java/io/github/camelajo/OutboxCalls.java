package io.github.camelajo;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.outbox.DeliveryKind;
import io.github.camelajo.internal.outbox.DeliverySettings;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.result.OutputType;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls that deliver a lane. They have an endpoint of their own, so they have the same tokens, connections and limits as any
 * other call of the component.
 */
final class OutboxCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxCalls.class);

    private final AjoEndpoint endpoint;
    private final long callMillis;

    /** @param outbox the endpoint of the outbox, with the options of its calls */
    OutboxCalls(AjoEndpoint outbox, DeliverySettings settings) {
        this.callMillis = settings.callTime().toMillis();
        this.endpoint = endpoint(outbox, settings);
    }

    private AjoEndpoint endpoint(AjoEndpoint outbox, DeliverySettings settings) {
        DeliveryKind kind = settings.kind();
        AjoConfiguration configuration = outbox.getConfiguration().copy();
        configuration.setApi(kind.operation().api());
        configuration.setOperation(kind.operation().name());
        configuration.setOutputType(kind == DeliveryKind.EVENT ? OutputType.POJO : OutputType.MAP);
        configuration.setAnswerPerMessage(kind == DeliveryKind.EVENT);
        configuration.setAnswerPerRecipient(false);
        configuration.setAwaitCompletion(false);
        configuration.setRepeatUnknown(false);
        configuration.setMaxBatchMessages(settings.claim().size());
        // Two layers of repeats would multiply, and the outbox remembers its own.
        configuration.setMaxRetries(0);
        configuration.setRequestTimeout(callMillis);
        configuration.setResponseTimeout(Math.min(configuration.getResponseTimeout(), callMillis));
        AjoEndpoint made = new AjoEndpoint(
                outbox.getComponent().name() + ":" + configuration.getApi() + "?operation="
                        + configuration.getOperation(),
                outbox.getComponent(),
                configuration);
        made.use(new EndpointOptions(made, Set.of(), Map.of()));
        made.sandboxIsNamedElsewhere();
        return made;
    }

    void start() throws Exception {
        ServiceHelper.startService(endpoint);
        endpoint.begin();
    }

    void stop() {
        ServiceHelper.stopAndShutdownService(endpoint);
    }

    /** Makes a call on the calling thread. */
    Result make(CallInput input) {
        return endpoint.paces()
                .inPlace((pace, done) -> endpoint.runner(endpoint.operation()).start(input, pace, done));
    }

    /** A login may take its time, and the time of a call is short. What goes wrong here the call tells. */
    void awaitToken() {
        AccessTokenManager tokens = endpoint.tokens();
        if (tokens == null) {
            return;
        }
        try {
            tokens.token().get(callMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("There is no token yet", e);
        }
    }
}
