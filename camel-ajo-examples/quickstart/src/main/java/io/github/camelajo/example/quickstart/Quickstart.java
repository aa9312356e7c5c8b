package io.github.camelajo.example.quickstart;

import io.github.camelajo.example.common.ExampleMain;

/** Camel Main, which ends with status 1 when a step failed. The steps are in {@code camel/*.camel.yaml}. */
public final class Quickstart extends ExampleMain {

    Quickstart() {
        super("quickstart");
        failWithAnyExchange();
    }

    public static void main(String... args) {
        new Quickstart().runAndExit(args);
    }
}
