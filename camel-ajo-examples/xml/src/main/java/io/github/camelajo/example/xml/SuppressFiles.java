package io.github.camelajo.example.xml;

import io.github.camelajo.example.common.ExampleMain;

/** Camel Main. The routes are in {@code camel/*.camel.xml}. */
public final class SuppressFiles extends ExampleMain {

    SuppressFiles() {
        super("suppress");
    }

    public static void main(String... args) {
        new SuppressFiles().runAndExit(args);
    }
}
