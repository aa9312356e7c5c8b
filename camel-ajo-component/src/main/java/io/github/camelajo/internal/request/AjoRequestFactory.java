package io.github.camelajo.internal.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.internal.text.Masking;
import io.github.camelajo.internal.wire.Bearer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * Builds the requests of one endpoint. What the endpoint knows (path, query, headers) is prepared once; a call only
 * adds what its message says differently. All headers of a request are set here, except Authorization: see {@link
 * Bearer}.
 */
public final class AjoRequestFactory {

    private static final Header NO_CACHE = new BasicHeader("Cache-Control", "no-cache");

    private final Operation operation;
    private final RequestDefaults defaults;
    private final RequestBodies bodies;
    private final CallParameters parameters;
    private final Map<String, ?> fixed;
    private final PathTemplate path;
    private final List<Header> headers;
    private final List<Header> headersWithBody;
    private final Set<String> taken;
    private final URI fixedUri;

    /**
     * @param  operation                what the endpoint calls
     * @param  fixed                    path and query parameters that the endpoint's URI gives
     * @throws IllegalArgumentException when a parameter is unknown or has a value that is not allowed
     */
    public AjoRequestFactory(
            Operation operation, RequestDefaults defaults, Map<String, ?> fixed, RequestBodies bodies) {
        this.operation = operation;
        this.defaults = defaults;
        this.bodies = bodies;
        this.parameters = new CallParameters(operation);
        this.parameters.check(fixed);
        this.fixed = filled(operation, fixed, defaults.organizationId());
        this.path = operation.path() == null ? null : new PathTemplate(operation.path());
        this.headers = headers(operation.accept(), null, defaults.sandbox());
        this.headersWithBody = headers(operation.accept(), contentType(), defaults.sandbox());
        this.taken = operation.path() == null ? Set.of() : taken(operation);
        this.fixedUri = fixedUri();
    }

    /** Some operations have other addresses in place of the last path parameter. */
    private static Set<String> taken(Operation operation) {
        if (!operation.path().endsWith("}")) {
            return Set.of();
        }
        String parent = operation.path().substring(0, operation.path().lastIndexOf('{'));
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .map(Operation::path)
                .filter(path -> path != null && path.startsWith(parent))
                .map(path -> path.substring(parent.length()).split("/", 2)[0])
                .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Values that are sent even if nobody gave them. The catalogue gives the reason for each. */
    private static Map<String, ?> filled(Operation operation, Map<String, ?> given, String organizationId) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        Stream.concat(operation.pathParameters().stream(), operation.queryParameters().stream())
                .forEach(parameter -> {
                    switch (parameter.filling()) {
                        case DEFAULT -> values.putIfAbsent(parameter.name(), parameter.defaultValue());
                        case ORGANIZATION -> values.putIfAbsent(parameter.name(), organizationId);
                        case NONE -> {
                            // No body is sent.
                        }
                    }
                });
        return values;
    }

    /** The address if no message can change it; otherwise {@code null}. */
    private URI fixedUri() {
        boolean missing = operation.path() == null
                || operation.pathParameters().stream().anyMatch(parameter -> !fixed.containsKey(parameter.name()))
                || operation.queryParameters().stream()
                        .anyMatch(parameter -> parameter.required() && !fixed.containsKey(parameter.name()));
        return missing ? null : uri(fixed);
    }

    /**
     * Builds the request of one call.
     *
     * @throws AjoValidationException when something is missing or not allowed; nothing has been sent
     */
    public AjoRequest create(CallInput input) {
        String sandbox = sandbox(input);
        try {
            URI uri = input.parameters().isEmpty() && fixedUri != null ? fixedUri : changedUri(input.parameters());
            HttpEntity entity = bodies.entity(operation, input, defaults.organizationId());
            List<Header> all = headers(input, sandbox, entity != null);
            return new AjoRequest(
                    operation,
                    operation.method(),
                    uri,
                    all,
                    entity,
                    sandbox,
                    isSafeToRepeat(input),
                    defaults.withToken(),
                    input.trace());
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage(), sandbox);
        }
    }

    /**
     * Builds a request that is not in the catalogue.
     *
     * @param  calls                  says what is called
     * @throws AjoValidationException when something is missing or not allowed; nothing has been sent
     */
    public AjoRequest createRaw(CallInput input, Function<CallInput, RawCall> calls) {
        String sandbox = sandbox(input);
        try {
            RawCall call = calls.apply(input);
            RawTarget target = RawTarget.resolve(defaults, call);
            HttpEntity entity = call.method() == HttpMethod.GET ? null : bodies.rawEntity(input, call.contentType());
            List<Header> all = headers(call.accept(), entity == null ? null : call.contentType(), sandbox);
            addIfMatch(all, input.ifMatch());
            return new AjoRequest(
                    operation,
                    call.method(),
                    target.uri(),
                    all,
                    entity,
                    sandbox,
                    isRead(call, target.uri()),
                    true,
                    input.trace());
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage(), sandbox);
        }
    }

    /** What the catalogue knows about an address takes precedence over the method: one GET publishes something. */
    private boolean isRead(RawCall call, URI uri) {
        String path = uri.getRawPath();
        String prefix = defaults.baseUrl().prefix();
        Operation known =
                OperationCatalog.at(call.method(), path.startsWith(prefix) ? path.substring(prefix.length()) : path);
        return call.method() == HttpMethod.GET && (known == null || known.readsOnly());
    }

    /**
     * The same call with a body that can be read again after it was sent.
     *
     * @throws AjoValidationException when the body is a stream that cannot be read; nothing has been sent
     */
    public CallInput rereadable(CallInput input) {
        try {
            return input.withBody(RequestBodies.rereadable(input.body()));
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage(), input.sandbox());
        }
    }

    /** The value of a parameter in a call, from the endpoint or the message; {@code null} for none. */
    public Object parameter(CallInput input, String name) {
        Object given = input.parameters().get(name);
        return given == null ? fixed.get(name) : given;
    }

    /** The sandbox of calls that name no other; {@code null} for none. */
    public String sandbox() {
        return defaults.sandbox();
    }

    /** The organization of the calls. */
    public String organizationId() {
        return defaults.organizationId();
    }

    /** A field of the body of a call, by its dotted path; {@code null} when there is none. */
    public Object bodyField(CallInput input, String path) {
        return bodies.field(input.body(), path);
    }

    private boolean isSafeToRepeat(CallInput input) {
        if (operation.ifMatchRequired()) {
            // Adobe itself refuses a second change, because the first has created a new version. With * any version is
            // accepted.
            return input.ifMatch() != null && !input.ifMatch().trim().equals("*");
        }
        return operation.safeToRepeat() && !operation.destructive();
    }

    private URI changedUri(Map<String, ?> changes) {
        parameters.check(changes);
        return uri(CallParameters.merge(fixed, changes));
    }

    private URI uri(Map<String, ?> values) {
        String expanded = path.expand(name -> parameters.pathValue(name, values));
        String last = expanded.substring(expanded.lastIndexOf('/') + 1);
        if (taken.contains(last)) {
            throw new IllegalArgumentException(operation.id() + ": '" + last
                    + "' cannot be an identifier, because Adobe uses that address for something else");
        }
        return URI.create(defaults.baseUrl() + expanded + parameters.query(values));
    }

    private String sandbox(CallInput input) {
        String sandbox = input.sandbox();
        if (sandbox == null) {
            throw refusal(
                    "no sandbox is given, and without one Adobe would use production. Set the option sandbox or the header "
                            + "CamelAjoSandbox",
                    null);
        }
        String complaint = sandbox.equals(defaults.sandbox()) ? null : HeaderValues.complaintAboutSandbox(sandbox);
        if (complaint != null) {
            throw refusal(complaint, sandbox);
        }
        return sandbox;
    }

    private List<Header> headers(CallInput input, String sandbox, boolean hasBody) {
        if (input.ifMatch() == null && operation.ifMatchRequired()) {
            throw new IllegalArgumentException(
                    operation.id()
                            + " needs the ETag of the resource: set the header CamelAjoIfMatch to the CamelAjoETag that get returned");
        }
        String callId = operation.takesRequestId() ? input.callId() : null;
        if (input.ifMatch() == null && callId == null && sandbox.equals(defaults.sandbox())) {
            return hasBody ? headersWithBody : headers;
        }
        List<Header> all = headers(operation.accept(), hasBody ? contentType() : null, sandbox);
        addIfMatch(all, input.ifMatch());
        if (callId != null) {
            all.add(new BasicHeader(AjoRequest.REQUEST_ID, callId));
        }
        return all;
    }

    /** An upload sets its own type, with the boundary of the form. */
    private String contentType() {
        return operation.body().kind() == RequestBody.Kind.MULTIPART
                ? null
                : operation.body().mediaType();
    }

    private List<Header> headers(String accept, String contentType, String sandbox) {
        List<Header> all = new ArrayList<>(8);
        operation.headers().forEach((name, value) -> all.add(new BasicHeader(name, value)));
        defaults.headers().forEach((name, value) -> all.add(new BasicHeader(name, value)));
        if (operation.host() == Operation.Host.GATEWAY) {
            all.add(new BasicHeader("x-api-key", defaults.clientId()));
        }
        all.add(new BasicHeader("x-gw-ims-org-id", defaults.organizationId()));
        if (sandbox != null) {
            all.add(new BasicHeader("x-sandbox-name", sandbox));
        }
        all.add(NO_CACHE);
        // Errors are JSON even where a success has no body.
        all.add(new BasicHeader("Accept", accept == null ? "application/json" : checked("accept", accept)));
        if (contentType != null) {
            all.add(new BasicHeader("Content-Type", checked("contentType", contentType)));
        }
        return all;
    }

    private static void addIfMatch(List<Header> headers, String ifMatch) {
        if (ifMatch != null) {
            headers.add(new BasicHeader("If-Match", checked("If-Match", ifMatch)));
        }
    }

    private static String checked(String what, String value) {
        String complaint = HeaderValues.complaintAbout(what, value);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return value;
    }

    private AjoValidationException refusal(String reason, String sandbox) {
        return new AjoValidationException(
                "ajo:" + operation.api() + "?operation=" + operation.name() + " was not sent: " + Masking.mask(reason),
                ErrorDetails.of(operation.id(), sandbox, false));
    }
}
