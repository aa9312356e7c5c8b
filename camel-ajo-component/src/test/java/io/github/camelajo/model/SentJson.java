package io.github.camelajo.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON the way it goes out: read again from the text, so that the Java types of numbers do not matter. */
final class SentJson {

    private SentJson() {}

    static JsonNode by(ObjectMapper mapper, Object value) throws JsonProcessingException {
        return mapper.readTree(mapper.writeValueAsString(value));
    }
}
