package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;

/** The certificates with which Adobe calls endpoints that ask for mutual TLS. */
final class CertificateOperations {

    static final Api API = new Api(
            "mtls-certificate",
            "Mutual TLS certificate",
            "The public certificates that Adobe presents when it calls an endpoint that requests a client "
                    + "certificate, as custom actions do.",
            List.of(get("mtls-certificate", "list", "/data/core/mtls/v1/certificate/public-certificate")
                    .summary("Public certificates of Adobe's calls")
                    .query(
                            Parameter.integer("limit", "Certificates per page")
                                    .between(1, 100)
                                    .defaultsTo("25"),
                            Parameter.integer(
                                            "page", "Page number. Adobe does not document whether it starts at 0 or 1")
                                    .atLeast(0)
                                    .defaultsTo("1"))
                    .paging(Paging.cursorUnknown("results", "page", "limit", 25, 100))
                    .note("Adobe replaces certificates 60 days before they expire, and revokes the old ones 30 "
                            + "days before. It sends no notice: accept both the old and the new one, and read the "
                            + "list daily.")
                    .note("Only one page is returned per call: Adobe does not document how pages are counted.")
                    .build()));

    private CertificateOperations() {}
}
