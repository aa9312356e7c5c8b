package io.github.camelajo.example.springboot;

import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and checks what callers send. Nothing that fails here reaches Adobe. */
@Component
class RequestReader {

    private static final int MAX_CHARACTERS = 10_000;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_CHARACTERS)
                            .build())
                    .build())
            // Jackson 3 no longer does that by itself.
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(SuppressionRequest.class);

    private final Validator validator;

    RequestReader(Validator validator) {
        this.validator = validator;
    }

    /** @throws InvalidRequestException with the field and the reason, never with the value */
    SuppressionRequest read(InputStream body) {
        SuppressionRequest request = parse(body);
        Set<ConstraintViolation<SuppressionRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            Map<String, String> errors = new TreeMap<>();
            violations.forEach(
                    violation -> errors.put(violation.getPropertyPath().toString(), violation.getMessage()));
            throw new InvalidRequestException("The request is not valid", errors);
        }
        return request;
    }

    private static SuppressionRequest parse(InputStream body) {
        SuppressionRequest request = null;
        try {
            request = body == null ? null : JSON.readValue(body);
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidRequestException(
                    "The request has a field that is unknown", Map.of(e.getPropertyName(), "is not known"));
        } catch (JacksonException e) {
            // What Jackson says would quote the body.
        }
        if (request == null) {
            throw new InvalidRequestException(
                    "The body must be a JSON object with address and, optionally, comment", Map.of());
        }
        return request;
    }
}
