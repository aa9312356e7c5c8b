package io.github.camelajo.internal.operation;

import java.util.List;

/** The way to what the catalogue does not have. */
final class RawOperations {

    static final Api API = new Api(
            "raw",
            "Raw",
            "Any other call to Adobe, with login and headers added. The options httpMethod, path, query, "
                    + "contentType and accept define the call.",
            List.of(Operation.raw("raw", "request")
                    .summary("Send any request to a configured host")
                    .body(RequestBody.optional(Operation.JSON, "as the call requires"))
                    .note("`path` is a path below the base URL, or a complete URL whose host is listed in the "
                            + "option `allowedHosts`.")
                    .note("A call counts as safe to repeat if its method is GET.")
                    .build()));

    private RawOperations() {}
}
