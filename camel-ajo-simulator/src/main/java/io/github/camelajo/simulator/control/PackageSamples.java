package io.github.camelajo.simulator.control;

/** Objects that can go into packages, and their counterparts in the other sandbox. */
public final class PackageSamples {

    /** A journey of the production sandbox. It has no counterpart in the development sandbox. */
    public static final String JOURNEY = "6f0d2b91-3c58-4e7a-9d14-52b8c0a7e301";
    /** The message inside that journey. */
    public static final String MESSAGE = "6f0d2b91-3c58-4e7a-9d14-52b8c0a7e302";
    /** A schema that exists in both sandboxes, with different ids. */
    public static final String SCHEMA = "https://ns.adobe.com/simulator/schemas/a1c5e07d92b84f36";
    /** The id of that schema in the development sandbox. */
    public static final String SCHEMA_IN_DEVELOPMENT = "https://ns.adobe.com/simulator/schemas/c70b3e9d514f28a6";
    /** A published package with {@link #JOURNEY} and {@link #SCHEMA}. */
    public static final String PUBLISHED_PACKAGE = "e2b6f4a8c0d14957b3a1907c5d8e6f22";

    private PackageSamples() {}
}
