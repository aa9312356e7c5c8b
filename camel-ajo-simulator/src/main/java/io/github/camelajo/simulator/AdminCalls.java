package io.github.camelajo.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.admin.AdminTask;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.MalformedUriException;
import io.github.camelajo.simulator.internal.core.PathTemplate;
import io.github.camelajo.simulator.internal.core.QueryString;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.server.Masks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls below {@code /__admin/ajo/}. They offer the Java API of {@link AjoSimulator} over HTTP. */
final class AdminCalls implements AdminApiExtension {

    private static final Logger LOG = LoggerFactory.getLogger(AdminCalls.class);
    private static final String ROOT = "/ajo/";

    private final List<AdminCall> calls;

    AdminCalls(
            AjoSimulator simulator,
            StateReport state,
            Samples samples,
            Snapshots snapshots,
            Path stateFile,
            WatchCalls watch) {
        DataCalls data = new DataCalls(state.services());
        List<AdminCall> all = new ArrayList<>(new ControlCalls(simulator, state.services()).all());
        all.addAll(new ActionCalls(simulator).all());
        all.addAll(new ReportCalls(state, state.dispatcher(), samples, Masks.of(state.options())).all());
        all.addAll(data.all());
        all.addAll(snapshots.calls(stateFile));
        all.addAll(watch.all());
        all.add(AdminCall.get(
                "openapi.json",
                "Returns this description of the admin calls.",
                AdminSchemas.schema("{\"type\": \"object\", \"required\": [\"openapi\", \"paths\"]}"),
                given -> Reply.json(200, description(data))));
        calls = List.copyOf(all);
    }

    private ObjectNode description(DataCalls data) {
        return OpenApi.describe(calls, data.byName().keySet());
    }

    @Override
    public String getName() {
        return "ajo-simulator-admin";
    }

    /**
     * Adds one route for each method. WireMock distinguishes routes by the class of their task, and lambdas created at
     * one place share a class.
     */
    @Override
    public void contributeAdminApiRoutes(Router router) {
        AdminTask get = (admin, event, parameters) -> answer(event.getRequest());
        AdminTask post = (admin, event, parameters) -> answer(event.getRequest());
        AdminTask put = (admin, event, parameters) -> answer(event.getRequest());
        AdminTask delete = (admin, event, parameters) -> answer(event.getRequest());
        router.add(RequestMethod.GET, ROOT + "**", get);
        router.add(RequestMethod.POST, ROOT + "**", post);
        router.add(RequestMethod.PUT, ROOT + "**", put);
        router.add(RequestMethod.DELETE, ROOT + "**", delete);
    }

    private ResponseDefinition answer(Request request) {
        Reply reply = reply(request.getMethod().getName(), request.getUrl(), request.getBody());
        ResponseDefinitionBuilder builder = new ResponseDefinitionBuilder().withStatus(reply.status());
        reply.headers().forEach(builder::withHeader);
        return builder.withBody(reply.body()).build();
    }

    private Reply reply(String method, String url, byte[] body) {
        String[] parts = url.split("\\?", 2);
        String path = parts[0].substring(parts[0].indexOf(ROOT) + ROOT.length());
        try {
            List<String> segments = PathTemplate.split("/" + path);
            List<AdminCall> there = calls.stream()
                    .filter(call -> call.template().match(segments).isPresent())
                    .toList();
            AdminCall call = there.stream()
                    .filter(one -> one.method().equals(method))
                    .findFirst()
                    .orElseThrow(() -> unknown(method, path, there));
            Map<String, String> values = call.template().match(segments).orElseThrow();
            return call.answer(values, query(call, parts.length == 2 ? parts[1] : ""), json(body));
        } catch (AdminCall.Refused e) {
            return refuse(e.status(), e.getMessage());
        } catch (JsonProcessingException e) {
            return refuse(400, "The body is not valid JSON: " + e.getOriginalMessage());
        } catch (MalformedUriException e) {
            return refuse(400, "The path or the query is not properly encoded");
        } catch (IllegalArgumentException e) {
            return refuse(400, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The simulator failed on {} {}", method, path, e);
            return refuse(500, "The simulator failed: " + e.getClass().getSimpleName());
        }
    }

    private static JsonNode json(byte[] body) throws JsonProcessingException {
        return body == null || body.length == 0 ? Json.object() : Json.parse(body);
    }

    /** Reads parameters as texts, except for numbers. A wrong number stays a text, and the check refuses it. */
    private static JsonNode query(AdminCall call, String text) {
        ObjectNode query = Json.object();
        QueryString.parse(text).values().forEach((name, values) -> {
            if (values.size() > 1) {
                throw new IllegalArgumentException("Parameter '" + name + "' must be given once");
            }
            String value = values.get(0);
            Optional<AdminField> field = call.parameters().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            if (field.isPresent() && field.get().type() == AdminField.Type.NUMBER && value.matches("\\d{1,9}")) {
                query.put(name, Integer.parseInt(value));
            } else {
                query.put(name, value);
            }
        });
        return query;
    }

    private AdminCall.Refused unknown(String method, String path, List<AdminCall> there) {
        if (!there.isEmpty()) {
            return new AdminCall.Refused(
                    405,
                    "'" + path + "' is not called with " + method + ", only with "
                            + there.stream().map(AdminCall::method).sorted().toList());
        }
        return new AdminCall.Refused(
                404,
                "There is no call '" + path + "', only "
                        + calls.stream()
                                .filter(call -> call.method().equals(method))
                                .map(AdminCall::path)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Reply refuse(int status, String why) {
        return Reply.json(status, Json.object().put("error", why));
    }
}
