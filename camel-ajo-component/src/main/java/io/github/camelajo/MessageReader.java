package io.github.camelajo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.http.CallInput;
import io.github.camelajo.operation.Operation;
import io.github.camelajo.operation.OperationCatalog;
import io.github.camelajo.operation.Parameter;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Takes from a message what it says about the call. All other headers stay where they are: nothing else leaves. */
final class MessageReader {

    private final AjoConfiguration configuration;
    private final Plan own;

    MessageReader(AjoConfiguration configuration) {
        this.configuration = configuration;
        this.own = new Plan(
                OperationCatalog.require(configuration.getApi(), configuration.getOperation()),
                configuration.isAllowOperationHeader());
    }

    /** What is called, and with what. */
    record Call(Operation operation, CallInput input) {}

    /**
     * @throws AjoValidationException when a header names an operation that does not exist
     */
    Call read(Exchange exchange) {
        Message message = exchange.getMessage();
        Plan plan = plan(message);
        Object body = message.getBody();
        if (!message.hasHeaders()) {
            String ifMatch = plan.ifMatch(configuration, null);
            return new Call(
                    plan.operation, new CallInput(null, Map.of(), ifMatch, body, plan.requestId(exchange), null));
        }
        return new Call(
                plan.operation,
                new CallInput(
                        text(message.getHeader(AjoConstants.SANDBOX)),
                        plan.parameters(message),
                        plan.ifMatch(configuration, message),
                        body,
                        plan.requestId(exchange),
                        plan.fileName(message)));
    }

    private Plan plan(Message message) {
        if (!configuration.isAllowOperationHeader()) {
            return own;
        }
        String name = text(message.getHeader(AjoConstants.OPERATION));
        if (name == null || name.equals(own.operation.name())) {
            return own;
        }
        try {
            Operation chosen = OperationCatalog.require(configuration.getApi(), name);
            if (chosen.destructive()) {
                throw new IllegalArgumentException(chosen.id() + " wipes out a whole list, so only a URI can name it");
            }
            return new Plan(chosen, true);
        } catch (IllegalArgumentException e) {
            throw new AjoValidationException(
                    "The header " + AjoConstants.OPERATION + " is wrong: " + e.getMessage() + ". Nothing was sent",
                    ErrorDetails.none());
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** The headers that matter to an operation. */
    private static final class Plan {

        private final Operation operation;
        private final List<String> headers = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final boolean wantsRequestId;

        Plan(Operation operation, boolean allowOperationHeader) {
            this.operation = operation;
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
                    add(AjoConstants.HTTP_METHOD, "httpMethod");
                    add(AjoConstants.PATH, "path");
                }
            }
        }

        /** The check of a connection is always the same call: what a message carries for other steps does not matter. */
        private static List<Parameter> parametersOf(Operation operation) {
            return operation.kind() == Operation.Kind.VERIFY ? List.of() : operation.queryParameters();
        }

        private void add(String header, String name) {
            headers.add(header);
            names.add(name);
        }

        Map<String, ?> parameters(Message message) {
            Map<String, Object> values = new LinkedHashMap<>();
            Object given = message.getHeader(AjoConstants.PARAMETERS);
            if (given instanceof Map<?, ?> map) {
                map.forEach((name, value) -> values.put(String.valueOf(name), value));
            } else if (given != null) {
                throw new AjoValidationException(
                        "The header " + AjoConstants.PARAMETERS + " must be a Map, not a "
                                + given.getClass().getSimpleName() + ". Nothing was sent",
                        ErrorDetails.none());
            }
            for (int i = 0; i < headers.size(); i++) {
                Object value = message.getHeader(headers.get(i));
                if (value != null) {
                    values.put(names.get(i), value);
                }
            }
            return values;
        }

        /**
         * A new one for each message that is sent, kept on the exchange: when Camel delivers it again after a failure, it is
         * the same message and has the same identifier.
         */
        String requestId(Exchange exchange) {
            if (!wantsRequestId) {
                return null;
            }
            String property = AjoConstants.REQUEST_ID + "." + operation.id();
            boolean again = exchange.getMessage().getHeader(Exchange.REDELIVERED, false, Boolean.class);
            String kept = again ? exchange.getProperty(property, String.class) : null;
            String id = kept == null ? UUID.randomUUID().toString() : kept;
            exchange.setProperty(property, id);
            return id;
        }

        String fileName(Message message) {
            return operation.body().file() == null ? null : text(message.getHeader(Exchange.FILE_NAME));
        }

        /** Only where Adobe takes it: a tag left over from another step would make this call fail. */
        String ifMatch(AjoConfiguration configuration, Message message) {
            if (!operation.ifMatchRequired() && operation.kind() != Operation.Kind.RAW) {
                return null;
            }
            String given = message == null ? null : text(message.getHeader(AjoConstants.IF_MATCH));
            return given == null ? configuration.getIfMatch() : given;
        }
    }
}
