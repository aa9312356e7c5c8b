package io.github.camelajo.spi;

/** The progress of a source. */
public enum SourcePhase {

    /** The first read is not complete, so an unknown item is not necessarily new. */
    BASELINE,

    /** A first read was complete, so an unknown item is new. */
    FOLLOW
}
