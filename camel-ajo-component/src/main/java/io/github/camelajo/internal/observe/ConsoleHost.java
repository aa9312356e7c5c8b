package io.github.camelajo.internal.observe;

/** A component that the console shows. */
public interface ConsoleHost {

    /** What there is to show. */
    ConsoleSource consoleSource();
}
