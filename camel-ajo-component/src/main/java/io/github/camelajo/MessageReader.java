package io.github.camelajo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.event.EventDelivery;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.internal.request.BodyReader;
import io.github.camelajo.internal.request.CallInput;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a message says about the call. All other headers stay where they are and are not sent. */
final class MessageReader {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);

    private static final String HTTP_METHOD = "httpMethod";
    private static final String PATH = "path";

    private final AjoConfiguration configuration;
    private final EndpointOptions options;
    private final UnknownHeaders unknown;
    private final HeaderBinding own;
    /** For this step only: an exchange can send several messages. */
    private final String deliveryProperty = "CamelAjoEvents." + Integer.toHexString(hashCode());

    private final String attemptProperty = AjoConstants.REQUEST_ID + "." + Integer.toHexString(hashCode());

    MessageReader(AjoConfiguration configuration, EndpointOptions options) {
        this.configuration = configuration;
        this.options = options;
        this.unknown = new UnknownHeaders(configuration.isStrictHeaders());
        this.own = binding(OperationCatalog.require(configuration.getApi(), configuration.getOperation()));
    }

    private HeaderBinding binding(Operation operation) {
        return new HeaderBinding(operation, configuration.isAllowOperationHeader(), options.decided(operation));
    }

    /** The operation and its input. */
    record Call(Operation operation, CallInput input) {}

    /**
     * @throws AjoValidationException when a header names an operation that does not exist
     */
    Call read(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.hasHeaders()) {
            unknown.check(message);
        }
        HeaderBinding binding = binding(message);
        Object body = takesBody(binding) ? BodyReader.read(exchange) : message.getBody();
        if (binding.operation.host() == Operation.Host.EVENTS) {
            body = delivery(exchange, body);
        }
        if (!message.hasHeaders()) {
            String ifMatch = binding.ifMatch(configuration, null);
            return new Call(
                    binding.operation,
                    new CallInput(
                            configuration.getSandbox(), Map.of(), ifMatch, body, requestId(exchange, binding), null));
        }
        return new Call(
                binding.operation,
                new CallInput(
                        sandbox(message),
                        binding.parameters(message),
                        binding.ifMatch(configuration, message),
                        body,
                        requestId(exchange, binding),
                        binding.fileName(message)));
    }

    /**
     * A new identifier for each message that is sent. It stays on the exchange until the call has succeeded, so a
     * redelivery after a failure has the same identifier.
     */
    private String requestId(Exchange exchange, HeaderBinding binding) {
        if (!binding.wantsRequestId) {
            return null;
        }
        long body = MessageFingerprint.of(exchange.getMessage().getBody());
        Attempt last = exchange.getProperty(attemptProperty, Attempt.class);
        // The header alone proves little: Camel leaves it on the message after a step that finally succeeded.
        boolean again = exchange.getMessage().getHeader(Exchange.REDELIVERED, false, Boolean.class);
        if (again && last != null && last.body == body) {
            return last.requestId;
        }
        String id = UUID.randomUUID().toString();
        exchange.setProperty(attemptProperty, new Attempt(id, body));
        return id;
    }

    /**
     * The events of a message. They stay on the exchange until all were accepted. A redelivery after a failure sends
     * only those that were not accepted, unchanged.
     */
    private EventDelivery delivery(Exchange exchange, Object body) {
        Message message = exchange.getMessage();
        long fingerprint = MessageFingerprint.of(message.getBody());
        KeptDelivery last = exchange.getProperty(deliveryProperty, KeptDelivery.class);
        boolean again = message.getHeader(Exchange.REDELIVERED, false, Boolean.class);
        if (again && last != null && last.body == fingerprint) {
            return last.delivery;
        }
        if (again && last != null && last.delivery.taken() > 0) {
            LOG.warn(
                    "The events of exchange {} are others than before its redelivery, so all of them are sent: {} were taken already",
                    exchange.getExchangeId(),
                    last.delivery.taken());
        }
        EventDelivery delivery = new EventDelivery(body);
        exchange.setProperty(deliveryProperty, new KeptDelivery(delivery, fingerprint));
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                IOHelper.close(delivery);
            }
        });
        return delivery;
    }

    /** Called when a call has succeeded: what the exchange sends next is another message. */
    void succeeded(Exchange exchange) {
        if (exchange.hasProperties()) {
            exchange.removeProperty(attemptProperty);
            exchange.removeProperty(deliveryProperty);
        }
    }

    /** A body that is not sent is left alone: a stream belongs to whoever reads it. */
    private boolean takesBody(HeaderBinding binding) {
        boolean reads = binding.operation.kind() == Operation.Kind.RAW
                && !configuration.isAllowOperationHeader()
                && HttpMethod.GET.name().equalsIgnoreCase(configuration.getHttpMethod());
        return binding.operation.body().need() != RequestBody.Need.NONE && !reads;
    }

    private HeaderBinding binding(Message message) {
        if (!configuration.isAllowOperationHeader()) {
            return own;
        }
        String name = HeaderReader.text(message, AjoConstants.OPERATION);
        if (name == null || name.equals(own.operation.name())) {
            return own;
        }
        try {
            Operation chosen = OperationCatalog.require(configuration.getApi(), name);
            if (chosen.destructive()) {
                throw new IllegalArgumentException(chosen.id() + " empties a whole list, so only a URI can name it");
            }
            return binding(chosen);
        } catch (IllegalArgumentException e) {
            throw new AjoValidationException(
                    "The header " + AjoConstants.OPERATION + " is wrong: " + e.getMessage() + ". Nothing was sent",
                    ErrorDetails.none());
        }
    }

    /** Decided here, once. Every request and every exception of the call names this sandbox. */
    private String sandbox(Message message) {
        String ofMessage = options.isSandboxDecided() ? null : HeaderReader.text(message, AjoConstants.SANDBOX);
        return ofMessage == null ? configuration.getSandbox() : ofMessage;
    }

    /** The events of a message that has not succeeded yet. */
    private record KeptDelivery(EventDelivery delivery, long body) {}

    /** A message that has not succeeded yet. */
    private record Attempt(String requestId, long body) {}

    /** The headers that matter to an operation. */
    private static final class HeaderBinding {

        private final Operation operation;
        private final List<String> headers = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final boolean wantsRequestId;
        private final boolean allowOperationHeader;
        private final Set<String> decided;

        /** @param decided the parameters that are as the URI has them, whatever a message says */
        HeaderBinding(Operation operation, boolean allowOperationHeader, Set<String> decided) {
            this.operation = operation;
            this.decided = decided;
            this.allowOperationHeader = allowOperationHeader;
            this.wantsRequestId = operation.body().fields().stream()
                    .anyMatch(field -> field.name().equals("requestId"));
            for (Parameter parameter : parametersOf(operation)) {
                String option = ParameterNames.option(operation, parameter);
                if (option != null) {
                    add(ParameterNames.header(option), parameter.name());
                }
            }
            if (operation.idParameter() != null) {
                add(AjoConstants.ID, operation.idParameter().name());
            }
            if (operation.kind() == Operation.Kind.RAW) {
                add(AjoConstants.QUERY, "query");
                add(AjoConstants.CONTENT_TYPE, "contentType");
                add(AjoConstants.ACCEPT, "accept");
                if (allowOperationHeader) {
                    add(AjoConstants.HTTP_METHOD, HTTP_METHOD);
                    add(AjoConstants.PATH, PATH);
                }
            }
        }

        /** The connection check is always the same call, so headers for other steps do not matter. */
        private static List<Parameter> parametersOf(Operation operation) {
            return hasNoParameters(operation) ? List.of() : operation.queryParameters();
        }

        private static boolean hasNoParameters(Operation operation) {
            return operation.kind() == Operation.Kind.VERIFY || operation.kind().isState();
        }

        private void add(String header, String name) {
            headers.add(header);
            names.add(name);
        }

        Map<String, ?> parameters(Message message) {
            Map<String, Object> values = new LinkedHashMap<>();
            Object given = hasNoParameters(operation) ? null : map(message);
            if (given instanceof Map<?, ?> map) {
                map.forEach((name, value) -> values.put(String.valueOf(name), HeaderReader.value(message, value)));
            } else if (given != null) {
                throw new AjoValidationException(
                        "The header " + AjoConstants.PARAMETERS + " must be a Map, not a "
                                + given.getClass().getSimpleName() + ". Nothing was sent",
                        ErrorDetails.none());
            }
            refuseTarget(values);
            for (int i = 0; i < headers.size(); i++) {
                Object value = HeaderReader.value(message, headers.get(i));
                if (value != null) {
                    values.put(names.get(i), value);
                }
            }
            if (!decided.isEmpty()) {
                values.keySet().removeAll(decided);
            }
            return values;
        }

        private static Object map(Message message) {
            Object given = message.getHeader(AjoConstants.PARAMETERS);
            if (given == null || given instanceof Map) {
                return given;
            }
            Map<?, ?> converted = message.getExchange()
                    .getContext()
                    .getTypeConverter()
                    .tryConvertTo(Map.class, message.getExchange(), given);
            return converted == null ? given : converted;
        }

        /** The URI decides what a raw request calls, unless it leaves that to messages. */
        private void refuseTarget(Map<String, ?> given) {
            if (operation.kind() != Operation.Kind.RAW || allowOperationHeader) {
                return;
            }
            for (String name : List.of(HTTP_METHOD, PATH)) {
                if (given.containsKey(name)) {
                    throw new AjoValidationException(
                            "The header " + AjoConstants.PARAMETERS + " names " + name
                                    + ", which a message may only choose with allowOperationHeader=true. Nothing was sent",
                            ErrorDetails.none());
                }
            }
        }

        String fileName(Message message) {
            return operation.body().file() == null ? null : HeaderReader.text(message, Exchange.FILE_NAME);
        }

        /** Only where Adobe accepts it: a tag left over from another step would make this call fail. */
        String ifMatch(AjoConfiguration configuration, Message message) {
            if (!operation.ifMatchRequired() && operation.kind() != Operation.Kind.RAW) {
                return null;
            }
            String given = message == null ? null : HeaderReader.text(message, AjoConstants.IF_MATCH);
            return given == null ? configuration.getIfMatch() : given;
        }
    }
}
