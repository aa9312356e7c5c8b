package io.github.camelajo.docs.generator;

import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.desired.StateSchema;

/** The file with the JSON schema of a document of desired state, and what it has to hold. */
public final class StateSchemaFile {

    public static final Path FILE = DocsFolder.MODULE.resolveSibling("docs").resolve("ajo-state.schema.json");

    private StateSchemaFile() {}

    public static String text() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(StateSchema.document())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
