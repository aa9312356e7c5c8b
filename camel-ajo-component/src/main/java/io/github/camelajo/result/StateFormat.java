package io.github.camelajo.result;

/** The format of an exported document. */
public enum StateFormat {
    YAML,
    JSON
}
