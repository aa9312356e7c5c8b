package io.github.camelajo.simulator.internal.family.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * The public certificates that Adobe uses to call endpoints. Two have the same name, as during a renewal, and one
 * belongs to another product. The certificates are invented and not valid.
 *
 * <p>Assumptions: pages start at 1, as in the schema of Adobe's reference, and page 0, which its text names, is the same
 * page; the form of the links.</p>
 */
public final class CertificateService implements ApiService {

    private static final String PATH = "/data/core/mtls/v1/certificate/public-certificate";

    private final InstantSource clock;
    private final Table<Certificate> certificates;

    public CertificateService(FamilyContext context) {
        this.clock = context.clock();
        certificates = Table.ofOrganization(
                        "certificate",
                        "Public certificates: common `name`, `pem`, and the remaining validity `left`, such as `PT960H`; it is the same on any day.",
                        Certificate.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> new Certificate(id, pem('A'), Duration.ofDays(90)));
        reset();
    }

    private record Certificate(String name, String pem, Duration left) {}

    @Override
    public final synchronized void reset() {
        certificates.clear();
        certificates
                .all()
                .put("1", new Certificate("simulator.custom-actions.adobe.example", pem('A'), Duration.ofDays(40)));
        certificates
                .all()
                .put("2", new Certificate("simulator.custom-actions.adobe.example", pem('B'), Duration.ofDays(220)));
        certificates
                .all()
                .put("3", new Certificate("simulator.destinations.adobe.example", pem('C'), Duration.ofDays(150)));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(certificates);
    }

    private static String pem(char letter) {
        String line = String.valueOf(letter).repeat(64) + "\n";
        return "-----BEGIN CERTIFICATE-----\n" + line.repeat(3) + "-----END CERTIFICATE-----\n";
    }

    @Override
    public String name() {
        return "mtls-certificate";
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get(PATH, this::list).query("limit", "page").inAnySandbox());
    }

    private Reply list(Call call) {
        int limit = call.number("limit", 25, 1, 100);
        int page = Math.max(1, call.number("page", 1, 0, Integer.MAX_VALUE));
        List<Certificate> shown = certificates.values().stream()
                .skip((long) (page - 1) * limit)
                .limit(limit)
                .toList();
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        shown.forEach(certificate -> results.addObject()
                .put("certCommonName", certificate.name())
                .put("publicCertificate", certificate.pem())
                .put("expiryDate", today.plus(certificate.left()).toString()));
        int total = certificates.values().size();
        ObjectNode links = body.put("total", total).put("count", shown.size()).putObject("_links");
        link(links, "page", limit, page);
        if (page > 1) {
            link(links, "prev", limit, page - 1);
        }
        if ((long) page * limit < total) {
            link(links, "next", limit, page + 1);
        }
        return Reply.json(200, body);
    }

    private static void link(ObjectNode links, String name, int limit, int page) {
        links.putObject(name)
                .put("href", "https://platform.adobe.io" + PATH + "?limit=" + limit + "&page=" + page)
                .put("templated", false);
    }
}
