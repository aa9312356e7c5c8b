package io.github.camelajo.example.etl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The part of the Kubernetes API that pods need to agree on a leader: leases with versions, and the pods of a namespace. One thread
 * serves all requests.
 */
final class ApiServer implements AutoCloseable {

    static final String NAMESPACE = "etl";

    private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/" + NAMESPACE + "/leases";
    private static final String PODS = "/api/v1/namespaces/" + NAMESPACE + "/pods";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpServer server;
    private final ObjectNode pods;
    private final String selector;
    private final Map<String, ObjectNode> leases = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private long version;

    /** @param labels of the pods */
    ApiServer(List<String> podNames, JsonNode labels) throws IOException {
        pods = mapper.createObjectNode().put("kind", "PodList").put("apiVersion", "v1");
        pods.putObject("metadata").put("resourceVersion", "1");
        podNames.forEach(name -> pods.withArray("items").add(pod(name, labels)));
        selector = "labelSelector=app=" + labels.path("app").asText();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    private ObjectNode pod(String name, JsonNode labels) {
        ObjectNode pod = mapper.createObjectNode().put("kind", "Pod").put("apiVersion", "v1");
        pod.putObject("metadata").put("name", name).put("namespace", NAMESPACE).set("labels", labels);
        pod.putObject("status")
                .put("phase", "Running")
                .putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True");
        return pod;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the holder of each lease, by the name of the lease. */
    Map<String, String> holders() {
        Map<String, String> holders = new ConcurrentHashMap<>();
        leases.forEach((name, lease) ->
                holders.put(name, lease.at("/spec/holderIdentity").asText()));
        return holders;
    }

    /** Returns requests that it does not know. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = exchange.getRequestURI().getQuery();
            JsonNode body = mapper.readTree(exchange.getRequestBody());
            switch (exchange.getRequestMethod() + " " + path.replaceFirst("(?<=/leases)/[^/]+$", "/*")) {
                case "GET " + PODS -> {
                    boolean known = query != null && query.contains(selector);
                    answer(exchange, known ? OK : NOT_FOUND, known ? pods : status(NOT_FOUND));
                }
                case "GET " + LEASES + "/*" -> get(exchange, name(path));
                case "POST " + LEASES ->
                    create(exchange, body.at("/metadata/name").asText(), (ObjectNode) body);
                case "PUT " + LEASES + "/*" -> update(exchange, name(path), (ObjectNode) body);
                default -> {
                    unexpected.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    answer(exchange, NOT_FOUND, status(NOT_FOUND));
                }
            }
        }
    }

    private static String name(String path) {
        return path.substring(LEASES.length() + 1);
    }

    private void get(HttpExchange exchange, String name) {
        ObjectNode lease = leases.get(name);
        answer(exchange, lease == null ? NOT_FOUND : OK, lease == null ? status(NOT_FOUND) : lease);
    }

    private void create(HttpExchange exchange, String name, ObjectNode lease) {
        if (leases.containsKey(name)) {
            answer(exchange, CONFLICT, status(CONFLICT));
            return;
        }
        store(name, lease);
        answer(exchange, CREATED, lease);
    }

    private void update(HttpExchange exchange, String name, ObjectNode lease) {
        ObjectNode known = leases.get(name);
        String seen = lease.at("/metadata/resourceVersion").asText();
        if (known == null) {
            answer(exchange, NOT_FOUND, status(NOT_FOUND));
        } else if (!seen.isEmpty()
                && !seen.equals(known.at("/metadata/resourceVersion").asText())) {
            answer(exchange, CONFLICT, status(CONFLICT));
        } else {
            store(name, lease);
            answer(exchange, OK, lease);
        }
    }

    private void store(String name, ObjectNode lease) {
        version++;
        lease.withObject("/metadata").put("resourceVersion", Long.toString(version));
        leases.put(name, lease);
    }

    private ObjectNode status(int code) {
        return mapper.createObjectNode()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("status", "Failure")
                .put("code", code);
    }

    private void answer(HttpExchange exchange, int code, JsonNode body) {
        try {
            byte[] bytes = mapper.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
