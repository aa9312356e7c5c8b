package io.github.camelajo.internal.converter;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * The data type {@code ajo:application-x-struct}: makes Map and List of a body that is a record of
 * {@link io.github.camelajo.model}, a list of such records, or JSON as text, bytes or stream. So {@code ${body[name]}} works on it.
 */
@DataTypeTransformer(name = "ajo:application-x-struct", description = "Transforms records and JSON to Map and List")
public class AjoStructTransformer extends Transformer {

    /**
     * @throws IllegalArgumentException when the body is text and no JSON, or cannot be taken to pieces
     */
    @Override
    public void transform(Message message, DataType from, DataType to) {
        Object body = message.getBody();
        if (body == null) {
            return;
        }
        ObjectMapper mapper = JsonBodies.mapper(message.getExchange().getContext());
        if (!JsonBodies.isText(body)) {
            message.setBody(mapper.convertValue(body, Object.class));
            return;
        }
        try (InputStream json = message.getBody(InputStream.class)) {
            message.setBody(mapper.readValue(json, Object.class));
        } catch (IOException e) {
            // Its text quotes the body.
            throw new IllegalArgumentException("The body is no JSON");
        }
    }
}
