package io.github.camelajo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    private static final String PREFIX = "CamelAjo";

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
            return new Call(plan.operation, new CallInput(null, Map.of(), plan.ifMatch(configuration, null), body));
        }
        return new Call(
                plan.operation,
                new CallInput(
                        text(message.getHeader(AjoConstants.SANDBOX)),
                        plan.parameters(message),
                        plan.ifMatch(configuration, message),
                        body));
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
            return new Plan(OperationCatalog.require(configuration.getApi(), name), true);
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

        Plan(Operation operation, boolean allowOperationHeader) {
            this.operation = operation;
            for (Parameter parameter : operation.queryParameters()) {
                add(header(parameter.name()), parameter.name());
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

        private void add(String header, String name) {
            headers.add(header);
            names.add(name);
        }

        private static String header(String parameter) {
            return PREFIX + parameter.substring(0, 1).toUpperCase(Locale.ROOT) + parameter.substring(1);
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
