package io.github.camelajo.spi;

/** How far a source is. */
public enum SourcePhase {

    /** The first read is not complete: what is not known yet need not be new. */
    BASELINE,

    /** A first read was complete: what is not known is new. */
    FOLLOW
}
