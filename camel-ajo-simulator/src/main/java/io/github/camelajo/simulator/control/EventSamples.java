package io.github.camelajo.simulator.control;

/** Ids that the event host knows, in both sandboxes. */
public final class EventSamples {

    /** A streaming connection that accepts events without a token. */
    public static final String CONNECTION = "3f1b0c9a7d5e48264c1a9be0f27d63815aa4c07e9d21b6f8e35c40718fd2a96b";
    /** A streaming connection that requires a token. */
    public static final String AUTHENTICATED_CONNECTION =
            "b7c25e81f0934da6827be15c3d90af46e1d27308bb5f4c69a2e0d8137645cf9a";
    /** The schema of the dataset. */
    public static final String SCHEMA = "https://ns.adobe.com/simulator/schemas/5d7e2a90b1c34f6888aa13c7f0294e6b";
    /** The dataset that receives the events. */
    public static final String DATASET = "6712c0de9b3f5a2b4c8e1d70";
    /** A dataflow of the connections. */
    public static final String DATAFLOW = "0b4d2c7e-91f3-4a65-8c1d-3e7f5a902b68";
    /** The id of an event that a live journey waits for, as the payload preview of the journey shows it. */
    public static final String EVENT_ID = "9f3c1d5b7a8e4260b1c2d3e4f5a60718";

    private EventSamples() {}
}
