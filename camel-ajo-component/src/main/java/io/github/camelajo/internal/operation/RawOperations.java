package io.github.camelajo.internal.operation;

import java.util.List;

/** The way to what the catalogue does not have. */
final class RawOperations {

    static final Api API = new Api(
            "raw",
            "Raw",
            "Any other call to Adobe, with login and headers added: the options httpMethod, path, query, contentType and "
                    + "accept say what is called.",
            List.of(Operation.raw("raw", "request")
                    .summary("Send any request to a configured host")
                    .body(RequestBody.optional(Operation.JSON, "as the call needs it"))
                    .note(
                            "`path` is a path on the base URL, or a whole URL whose host is listed in the option `allowedHosts`.")
                    .note("A call is taken as safe to repeat when its method is GET.")
                    .build()));

    private RawOperations() {}
}
