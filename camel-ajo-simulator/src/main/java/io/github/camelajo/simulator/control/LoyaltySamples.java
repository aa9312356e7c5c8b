package io.github.camelajo.simulator.control;

/** Ids of the loyalty data in every sandbox of a new simulator. */
public final class LoyaltySamples {

    /** A purchase task. */
    public static final String TASK = "3d1f7a60-8c2e-4b95-a1d7-60f2c49be001";
    /** A draft that can be published. */
    public static final String DRAFT_CHALLENGE = "9b46e2d8-15a7-4f03-8c6b-2e7d90f1a001";
    /** A published challenge with journey metadata and a linked journey. */
    public static final String PUBLISHED_CHALLENGE = "9b46e2d8-15a7-4f03-8c6b-2e7d90f1a002";
    /**
     * The current version of that journey: a draft with an email, until the challenge is updated or deleted. A
     * simulator without journeys does not have it.
     */
    public static final String JOURNEY_VERSION = "71e9b0c4-5a26-48d3-8f1b-d40a7e6c9002";
    /** A draft without tasks. It cannot be published. */
    public static final String INCOMPLETE_CHALLENGE = "9b46e2d8-15a7-4f03-8c6b-2e7d90f1a003";
    /** The configuration. */
    public static final String CONFIG = "c07d5b13-6e98-4a2f-b4c1-83a5f60de001";
    /** A reward provider. It can also be addressed as {@code sample-provider}. */
    public static final String PROVIDER = "f5a8c3e1-724b-4d60-9e1f-0b7c62d4a001";
    /** A reward definition of that provider. It can also be addressed as {@code sample-points}. */
    public static final String DEFINITION = "f5a8c3e1-724b-4d60-9e1f-0b7c62d4a002";
    /** A proxy of that provider. */
    public static final String PROXY = "sample-proxy";
    /** An auth token generator of that provider. */
    public static final String AUTH_TOKEN = "sample-auth";
    /** An event definition. It can also be addressed as {@code sample-purchase}. */
    public static final String EVENT = "f5a8c3e1-724b-4d60-9e1f-0b7c62d4a003";
    /** A product. Its parents are {@code CAT-10} and {@code CAT-1}. */
    public static final String PRODUCT = "SKU-1001";

    private LoyaltySamples() {}
}
