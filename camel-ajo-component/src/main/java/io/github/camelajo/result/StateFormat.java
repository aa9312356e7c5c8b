package io.github.camelajo.result;

/** How an exported document is written. */
public enum StateFormat {
    YAML,
    JSON
}
