package io.github.camelajo.internal.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of one AJO API, as data.
 *
 * @param api             the API, first part of the URI: {@code ajo:<api>}
 * @param name            the operation, unique inside the API
 * @param summary         what it does, one line
 * @param kind            how it is carried out
 * @param method          HTTP method; {@code null} when the caller says it (raw)
 * @param path            path after the host with {@code {placeholders}}; {@code null} when the caller says it (raw)
 * @param pathParameters  the placeholders of the path, in order
 * @param queryParameters everything Adobe takes in the query
 * @param body            what it wants as body
 * @param headers         fixed headers beyond those of every call
 * @param accept          media type asked for; {@code null} when the answer has no body
 * @param successStatus   status of the documented success; any other 2xx is taken too
 * @param otherAnswers    statuses beyond 2xx that bring an answer all the same, and are no failure
 * @param ifMatchRequired whether Adobe refuses it without If-Match
 * @param paging          how a list comes
 * @param result          dotted path of the field of the answer that holds what was asked for, a number being a place in
 *                        a list; {@code null} for the answer itself
 * @param idHeader        header of the answer with the id of what was created, {@code null} when the body has it
 * @param job             the part it has in work that goes on in the background, {@code null} for none
 * @param host            where it is
 * @param readsOnly       whether it changes nothing, whatever its method: some reads are a POST, and one GET changes something
 * @param safeToRepeat    whether a call with unknown outcome can be made again without doing more than once
 * @param removes         whether something is gone afterwards that was there before
 * @param destructive     whether it wipes out a whole list, so that nobody should call it without having said so
 * @param permission      what the credential's role must allow, {@code null} when Adobe documents nothing
 * @param secretFields    fields of the answer that are secrets, and must not be written to a log with it
 * @param notes           what a user has to know beyond the summary
 */
public record Operation(
        String api,
        String name,
        String summary,
        Kind kind,
        HttpMethod method,
        String path,
        List<Parameter> pathParameters,
        List<Parameter> queryParameters,
        RequestBody body,
        Map<String, String> headers,
        String accept,
        int successStatus,
        List<Integer> otherAnswers,
        boolean ifMatchRequired,
        Paging paging,
        String result,
        String idHeader,
        Job job,
        Host host,
        boolean readsOnly,
        boolean safeToRepeat,
        boolean removes,
        boolean destructive,
        Permission permission,
        Set<String> secretFields,
        List<String> notes) {

    /** How an operation is carried out. */
    public enum Kind {
        /** One HTTP call, or one for each page. */
        CALL,
        /** Checks login, gateway, sandbox and permission, and reports. */
        VERIFY,
        /** One HTTP call whose method and path the caller gives. */
        RAW,
        /** Takes objects to another sandbox, in several calls of the same API. */
        PROMOTE,
        /** Several calls that bring objects to a wanted state, or say what that would take. */
        APPLY,
        /** Several calls that read objects and make a document of them. */
        EXPORT,
        /** Keeps something that is sent later. No call. */
        ADD;

        /** Whether it is one of those that work with documents of desired state. */
        public boolean isState() {
            return this == APPLY || this == EXPORT;
        }
    }

    /** Where an operation is. */
    public enum Host {
        /** Adobe's gateway, which wants a token and an API key. */
        GATEWAY,
        /** The host that takes events. It wants a token only for some connections, and no API key. */
        EVENTS
    }

    static final String JSON = "application/json";

    private static final Set<String> REQUEST_ID_APIS = Set.of(
            "template",
            "fragment",
            "suppression",
            "suppression-address",
            "suppression-domain",
            "suppression-upload",
            "dataset",
            "loyalty-task",
            "loyalty-challenge",
            "loyalty-config",
            "loyalty-reward-provider",
            "loyalty-reward-definition",
            "loyalty-reward-proxy",
            "loyalty-reward-auth",
            "loyalty-event",
            "loyalty-product");

    public Operation {
        pathParameters = List.copyOf(pathParameters);
        queryParameters = List.copyOf(queryParameters);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        otherAnswers = List.copyOf(otherAnswers);
        secretFields = Set.copyOf(secretFields);
        notes = List.copyOf(notes);
    }

    /** {@code api.name}, as it stands in messages and metrics. */
    public String id() {
        return api + "." + name;
    }

    /**
     * Whether Adobe takes an identifier of the request as the header {@code x-request-id}. The descriptions of these APIs list
     * it; those of messages and orchestrated campaigns ask to leave it out, and the others do not know it.
     */
    public boolean takesRequestId() {
        return REQUEST_ID_APIS.contains(api);
    }

    /** The query parameter of that name, or {@code null}. */
    public Parameter queryParameter(String parameter) {
        for (Parameter candidate : queryParameters) {
            if (candidate.name().equals(parameter)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether a path, without query, is one of this operation. */
    boolean isAt(String actual) {
        String[] wanted = path.split("/", -1);
        String[] given = actual.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean open = wanted[i].startsWith("{") && !given[i].isEmpty();
            if (!open && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    /** The path parameter that the option {@code id} stands for: the last one; {@code null} when the path has none. */
    public Parameter idParameter() {
        return pathParameters.isEmpty() ? null : pathParameters.get(pathParameters.size() - 1);
    }

    /**
     * What routes call a parameter. Adobe's APIs have several names for the same thing ({@code pageSize}, {@code limit},
     * {@code count}; {@code orderBy}, {@code orderby}); a route has one.
     */
    public String routeName(Parameter parameter) {
        String adobe = parameter.name();
        if (adobe.equals(paging.sizeParam())) {
            return "pageSize";
        }
        if (adobe.equals(paging.cursorParam())) {
            return "page";
        }
        return adobe.equalsIgnoreCase("orderBy") ? "orderBy" : adobe;
    }

    static OperationBuilder get(String api, String name, String path) {
        return new OperationBuilder(api, name, HttpMethod.GET, path).reads();
    }

    static OperationBuilder post(String api, String name, String path) {
        return new OperationBuilder(api, name, HttpMethod.POST, path);
    }

    static OperationBuilder put(String api, String name, String path) {
        return new OperationBuilder(api, name, HttpMethod.PUT, path).safeToRepeat();
    }

    static OperationBuilder patch(String api, String name, String path) {
        return new OperationBuilder(api, name, HttpMethod.PATCH, path);
    }

    static OperationBuilder delete(String api, String name, String path) {
        return new OperationBuilder(api, name, HttpMethod.DELETE, path)
                .safeToRepeat()
                .removes();
    }

    /** Several calls in one operation. */
    static OperationBuilder promote(String api, String name) {
        return new OperationBuilder(api, name, null, null).kind(Kind.PROMOTE);
    }

    static OperationBuilder raw(String api, String name) {
        return new OperationBuilder(api, name, null, null).kind(Kind.RAW);
    }

    /** An operation that is made of several calls of other operations. */
    static OperationBuilder several(String api, String name, Kind kind) {
        return new OperationBuilder(api, name, null, null).kind(kind);
    }
}
