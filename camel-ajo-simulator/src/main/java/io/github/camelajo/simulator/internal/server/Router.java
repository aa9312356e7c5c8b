package io.github.camelajo.simulator.internal.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.PathTemplate;
import io.github.camelajo.simulator.internal.core.Route;

/** Finds the operation for a method and a path. */
public final class Router {

    private final List<Entry> entries;

    public Router(Collection<ApiService> services) {
        entries = services.stream()
                .flatMap(service -> service.routes().stream().map(route -> new Entry(service, route)))
                .sorted(Comparator.comparing(entry -> entry.route().path()))
                .toList();
    }

    Optional<Match> find(String method, String path) {
        List<String> segments = PathTemplate.split(path);
        for (Entry entry : entries) {
            if (entry.route().method().equals(method)) {
                Optional<Map<String, String>> values = entry.route().path().match(segments);
                if (values.isPresent()) {
                    return Optional.of(new Match(entry.service(), entry.route(), values.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the methods of a path; empty if no service has the path. */
    TreeSet<String> methods(String path) {
        List<String> segments = PathTemplate.split(path);
        TreeSet<String> methods = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.route().path().match(segments).isPresent()) {
                methods.add(entry.route().method());
            }
        }
        return methods;
    }

    private record Entry(ApiService service, Route route) {}

    /** A matching route, its owner and the decoded path values. */
    record Match(ApiService service, Route route, Map<String, String> values) {}
}
