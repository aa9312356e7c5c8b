package io.github.camelajo.internal.wire;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Answers that came over no connection. */
public final class TestResponses {

    private TestResponses() {}

    /** An answer without a time limit. */
    public static AjoResponse of(ClassicHttpResponse response) {
        Deadline.Watch watch = new Deadline.Watch(() -> 0);
        return new AjoResponse(response, watch.start(new HttpGet("http://localhost/"), 0), null);
    }
}
