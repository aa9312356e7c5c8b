package io.github.camelajo.simulator.internal.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.core.UploadedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP layer: one WireMock stub that matches everything and passes it to the dispatcher. */
public final class HttpFrontEnd {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFrontEnd.class);

    private HttpFrontEnd() {}

    /**
     * Creates a server without starting it. WireMock's own journal is off, because it would keep every body of a load
     * test. Plain HTTP/2 is off, because Adobe's hosts speak it over TLS only.
     */
    static WireMockServer create(
            SimulatorOptions options,
            int port,
            Dispatcher dispatcher,
            AdminApiExtension admin,
            OpenConnections connections) {
        AdminDoor door = new AdminDoor(options.adminHosts());
        return new WireMockServer(WireMockConfiguration.options()
                .port(port)
                .bindAddress(options.host())
                .containerThreads(options.threads())
                .jettyAcceptQueueSize(1_000)
                .jettyStopTimeout(500L)
                .http2PlainDisabled(true)
                .disableRequestJournal()
                .networkTrafficListener(connections)
                .stubRequestLoggingDisabled(true)
                .notifier(new LoggingNotifier(LOG))
                .mappingSource(new CatchAll())
                .httpServerFactory(new NoPreflight())
                .extensions(new Transformer(dispatcher, new PageFiles(door)), admin, door));
    }

    /** Returns the host by which the same machine can reach a simulator that listens there. */
    public static String hostInUrls(String host) {
        try {
            if (host.equals("127.0.0.1") || InetAddress.getByName(host).isAnyLocalAddress()) {
                return "localhost";
            }
        } catch (UnknownHostException e) {
            LOG.debug("Unknown host {}", host, e);
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static ReceivedRequest received(Request request) {
        // Not parsed as a URI: the dispatcher must also get invalid paths and queries, to refuse them properly.
        String[] parts = request.getUrl().split("\\?", 2);
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.values());
        }
        return new ReceivedRequest(
                request.getMethod().getName(), parts[0], parts.length == 2 ? parts[1] : "", headers, request.getBody());
    }

    /** WireMock has already parsed a multipart body. A part without a file name is not a file. */
    private static List<UploadedFile> files(Request request) {
        return request.isMultipart()
                ? request.getParts().stream()
                        .filter(part -> part.getFileName() != null)
                        .map(part -> new UploadedFile(
                                part.getName(),
                                lastPart(part.getFileName()),
                                part.getBody().asBytes()))
                        .toList()
                : List.of();
    }

    /** RFC 7578: only the last segment of a path counts, including Windows paths. */
    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static ResponseDefinition definition(Delivery answer) {
        ResponseDefinitionBuilder builder =
                new ResponseDefinitionBuilder().withStatus(answer.reply().status());
        answer.reply().headers().forEach(builder::withHeader);
        if (answer.reply().body().length > 0) {
            builder.withBody(answer.reply().body());
        }
        if (!answer.delay().isZero()) {
            builder.withFixedDelay(Math.toIntExact(answer.delay().toMillis()));
        }
        if (answer.connection() != null) {
            builder.withFault(
                    switch (answer.connection()) {
                        case RESET -> Fault.CONNECTION_RESET_BY_PEER;
                        case EMPTY -> Fault.EMPTY_RESPONSE;
                        case MALFORMED -> Fault.MALFORMED_RESPONSE_CHUNK;
                    });
        }
        return builder.build();
    }

    private record Transformer(Dispatcher dispatcher, PageFiles page) implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return page.answer(event.getRequest())
                    .orElseGet(() ->
                            definition(dispatcher.dispatch(received(event.getRequest()), files(event.getRequest()))));
        }

        @Override
        public String getName() {
            return "ajo-simulator";
        }
    }

    /** The only stub. */
    private static final class CatchAll implements MappingsSource {

        @Override
        public void loadMappingsInto(StubMappings mappings) {
            mappings.addMapping(
                    WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()).build());
        }

        @Override
        public void save(List<StubMapping> mappings) {
            // Nothing is kept.
        }

        @Override
        public void save(StubMapping mapping) {
            // Nothing is kept.
        }

        @Override
        @SuppressWarnings("removal")
        public void remove(StubMapping mapping) {
            // Nothing is kept.
        }

        @Override
        public void removeAll() {
            // Nothing is kept.
        }
    }

    /** WireMock reports each request in full, with token, headers and body. Only the first line may be logged. */
    record LoggingNotifier(Logger log) implements Notifier {

        @Override
        public void info(String message) {
            log.debug(message.lines().findFirst().orElse(""));
        }

        @Override
        public void error(String message) {
            log.warn(message);
        }

        @Override
        public void error(String message, Throwable cause) {
            log.warn(message, cause);
        }
    }
}
