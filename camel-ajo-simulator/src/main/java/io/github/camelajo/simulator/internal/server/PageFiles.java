package io.github.camelajo.simulator.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/**
 * The page at {@code /} and its files. The page is served under the same names as admin calls, and loads nothing from
 * elsewhere. These requests are not part of the simulation: no journal records them, and faults do not apply to them.
 */
final class PageFiles {

    private static final String FOLDER = "/io/github/camelajo/simulator/page/";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "icon.svg", "image/svg+xml");
    private static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'";

    private final AdminDoor door;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    PageFiles(AdminDoor door) {
        this.door = door;
        for (String name : new String[] {
            "index.html", "page.css", "icon.svg", "page.js", "dom.js", "client.js", "calls.js", "panels.js", "data.js"
        }) {
            files.put(name.equals("index.html") ? "/" : "/page/" + name, read(name));
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the answer to a request for the page, or empty for any other request. */
    Optional<ResponseDefinition> answer(Request request) {
        String path = request.getUrl().split("\\?", 2)[0];
        byte[] file = files.get(path);
        if (file == null || !request.getMethod().isOneOf(RequestMethod.GET, RequestMethod.HEAD)) {
            return Optional.empty();
        }
        ResponseDefinition refusal = door.strange(request, path.equals("/"));
        if (refusal != null) {
            return Optional.of(refusal);
        }
        String name = path.equals("/") ? "index.html" : path.substring("/page/".length());
        return Optional.of(new ResponseDefinitionBuilder()
                .withStatus(200)
                .withHeader("Content-Type", TYPES.getOrDefault(name, "text/javascript; charset=utf-8"))
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("X-Frame-Options", "DENY")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("Cross-Origin-Opener-Policy", "same-origin")
                .withHeader("Cross-Origin-Resource-Policy", "same-origin")
                .withHeader("Cache-Control", "no-store")
                .withBody(file)
                .build());
    }
}
