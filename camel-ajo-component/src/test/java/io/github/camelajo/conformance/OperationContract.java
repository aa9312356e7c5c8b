package io.github.camelajo.conformance;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one operation wants and answers.
 *
 * @param query        parameters of the query by name
 * @param headers      headers by name, compared without case
 * @param bodyRequired whether a request without body is wrong
 * @param bodies       what a request may hold, by media type without parameters; empty when it takes no body
 * @param answers      documented answers by status
 */
record OperationContract(
        Map<String, Field> query,
        Map<String, Field> headers,
        boolean bodyRequired,
        Map<String, JsonCheck> bodies,
        Map<Integer, Documented> answers) {

    private static final Set<String> OF_HTTP = Set.of(
            "host",
            "connection",
            "user-agent",
            "accept",
            "accept-encoding",
            "cache-control",
            "content-type",
            "content-length",
            "transfer-encoding");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A parameter or a header. */
    record Field(boolean required, JsonCheck check) {}

    /** A documented answer: the media types of its body, none for no body, and the headers it comes with. */
    record Documented(Map<String, JsonCheck> bodies, Set<String> headers) {}

    /** @param always headers that every call of this host has */
    List<String> request(RecordedCall call, Set<String> always) {
        List<String> wrong = new ArrayList<>();
        checkQuery(call, wrong);
        checkHeaders(call.request(), always, wrong);
        checkAccept(call.request(), wrong);
        byte[] body = call.request().body();
        if (body.length == 0) {
            if (bodyRequired) {
                wrong.add("has no body");
            }
        } else if (bodies.isEmpty()) {
            wrong.add("has a body, but the operation takes none");
        } else {
            checkBody(call.request(), bodies, wrong);
        }
        return wrong;
    }

    List<String> answer(RecordedCall call) {
        List<String> wrong = new ArrayList<>();
        Documented documented = answers.get(call.status());
        if (documented == null) {
            wrong.add("is not documented, only " + new TreeSet<>(answers.keySet()));
            return wrong;
        }
        for (String header : documented.headers()) {
            if (call.answer().header(header) == null) {
                wrong.add("lacks the header " + header);
            }
        }
        byte[] body = call.answer().body();
        if (body.length > 0 && documented.bodies().isEmpty()) {
            wrong.add("has a body, but none is documented");
        } else if (body.length == 0 && !documented.bodies().isEmpty()) {
            wrong.add("has no body");
        } else if (body.length > 0) {
            checkBody(call.answer(), documented.bodies(), wrong);
        }
        return wrong;
    }

    private void checkQuery(RecordedCall call, List<String> wrong) {
        Map<String, List<String>> sent = parameters(call.query());
        sent.forEach((name, values) -> {
            Field field = query.get(name);
            if (field == null) {
                wrong.add("has the unknown query parameter " + name);
            } else {
                field.check().parameter(values).forEach(what -> wrong.add("query parameter " + name + ": " + what));
            }
        });
        query.forEach((name, field) -> {
            if (field.required() && !sent.containsKey(name)) {
                wrong.add("lacks the query parameter " + name);
            }
        });
    }

    private void checkHeaders(RecordedCall.Side request, Set<String> always, List<String> wrong) {
        always.stream().filter(name -> request.header(name) == null).forEach(name -> wrong.add("lacks " + name));
        headers.forEach((name, field) -> {
            String value = request.header(name);
            if (value == null && field.required()) {
                wrong.add("lacks the header " + name);
            } else if (value != null) {
                field.check().parameter(List.of(value)).forEach(what -> wrong.add("header " + name + ": " + what));
            }
        });
        request.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !always.contains(name) && !OF_HTTP.contains(name))
                .filter(name -> headers.keySet().stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> wrong.add("has the unknown header " + name));
    }

    private void checkAccept(RecordedCall.Side request, List<String> wrong) {
        Set<String> offered = answers.entrySet().stream()
                .filter(answer -> answer.getKey() / 100 == 2)
                .flatMap(answer -> answer.getValue().bodies().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (offered.isEmpty() || offered.contains("*/*")) {
            return;
        }
        String accept = request.header("Accept");
        if (accept == null || !offered.contains(RecordedCall.bare(accept))) {
            wrong.add("asks for " + accept + ", but there is " + offered);
        }
    }

    private static void checkBody(RecordedCall.Side side, Map<String, JsonCheck> allowed, List<String> wrong) {
        JsonCheck check = allowed.getOrDefault(side.mediaType(), allowed.get("*/*"));
        if (check == null) {
            wrong.add("is " + side.mediaType() + ", but should be " + allowed.keySet());
            return;
        }
        try {
            JsonNode body = side.mediaType().equals("multipart/form-data") ? form(side) : MAPPER.readTree(side.body());
            check.body(body).forEach(what -> wrong.add("body " + what));
        } catch (IOException e) {
            wrong.add("has a body that is no JSON: " + e.getMessage());
        }
    }

    /** The parts of a form by name; the content of a file is a text. */
    private static JsonNode form(RecordedCall.Side side) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        String boundary = side.header("Content-Type").replaceAll(".*boundary=\"?([^\";]+)\"?.*", "$1");
        for (String part : side.text().split("--" + Pattern.quote(boundary))) {
            if (part.contains("name=\"")) {
                String name = part.replaceAll("(?s).*?[; ]name=\"([^\"]*)\".*", "$1");
                String value = part.split("\r\n\r\n", 2)[1];
                form.put(name, value.substring(0, value.length() - 2));
                if (name.equals("file") && !part.contains("filename=\"")) {
                    form.put("file without a name", true);
                }
            }
        }
        return form;
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                all.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
