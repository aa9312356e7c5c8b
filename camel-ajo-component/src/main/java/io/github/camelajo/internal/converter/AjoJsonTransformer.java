package io.github.camelajo.internal.converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.model.AjoModel;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * The data type {@code ajo:application-json}: makes JSON text of a body that is a record of {@link io.github.camelajo.model}, a
 * list of such records, a Map, a List or any other object that Jackson can write. Text, bytes and streams are taken for JSON
 * and stay as they are. Sets the header {@code Content-Type}.
 */
@DataTypeTransformer(
        name = "ajo:application-json",
        description = "Transforms records and maps to JSON as Adobe takes it")
public class AjoJsonTransformer extends Transformer {

    /**
     * @throws IllegalArgumentException when the body cannot be written as JSON
     */
    @Override
    public void transform(Message message, DataType from, DataType to) {
        Object body = message.getBody();
        if (body == null) {
            return;
        }
        if (!JsonBodies.isText(body)) {
            message.setBody(write(message, body));
        }
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    private static String write(Message message, Object body) {
        if (body instanceof AjoModel) {
            // The converter keeps to the rules of records.
            return message.getBody(String.class);
        }
        ObjectMapper mapper = JsonBodies.mapper(message.getExchange().getContext());
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            // Its text quotes what it could not write.
            throw new IllegalArgumentException(
                    "A body of type " + body.getClass().getName() + " cannot be written as JSON");
        }
    }
}
