package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.request.CallInput;

/**
 * Tests the whole way once: token, gateway, organization, sandbox, permission. A problem becomes a report with advice
 * for the user, so the call itself succeeds.
 */
public final class ConnectionCheck implements Runner {

    /** The problem when Adobe asks to call less often: the way to Adobe is open. */
    public static final String RATE_LIMIT = "rate limit";

    private static final String REACHABLE =
            "Check baseUrl and tokenEndpoint, DNS, proxy and firewall from the machine that runs the route";

    private final Runner call;
    private final Runner sandboxes;

    /**
     * @param call      the cheapest call that touches everything
     * @param sandboxes lists the sandboxes that the credential sees, as maps; {@code null} to leave that out
     */
    public ConnectionCheck(Runner call, Runner sandboxes) {
        this.call = call;
        this.sandboxes = sandboxes;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        call.start(input, pace, (result, failure) -> {
            if (failure != null && isFaultOfTheRoute(failure)) {
                done.accept(null, failure);
                return;
            }
            Result report = failure == null ? fine(result) : problem(failure);
            if (sandboxes == null || failure != null && !isAnswered(failure)) {
                done.accept(report, null);
            } else {
                addSandboxes(input, pace, report, done);
            }
        });
    }

    /** Whether login and gateway work, so that it makes sense to ask for sandboxes. */
    private static boolean isAnswered(AjoException failure) {
        return failure.getStatusCode() != 0 && failure.getKind() != FailureKind.AUTHENTICATION;
    }

    /** Adds details to the report. If they cannot be had, the report stays as it is. */
    private void addSandboxes(CallInput input, Pace pace, Result report, BiConsumer<Result, AjoException> done) {
        try {
            sandboxes.start(input.withoutBody().withParameters(Map.of()), pace, (result, failure) -> {
                if (failure == null && result.answer().body() instanceof Collection<?> seen) {
                    describe(input.sandbox(), seen, (Map<?, ?>) report.answer().body());
                }
                done.accept(report, null);
            });
        } catch (RuntimeException | Error e) {
            done.accept(report, null);
        }
    }

    @SuppressWarnings("unchecked")
    private static void describe(String wanted, Collection<?> seen, Map<?, ?> report) {
        Map<String, Object> target = (Map<String, Object>) report;
        List<String> names = new ArrayList<>();
        for (Object item : seen) {
            if (item instanceof Map<?, ?> sandbox && sandbox.get("name") != null) {
                String name = sandbox.get("name").toString();
                names.add(name);
                if (name.equals(wanted)) {
                    target.put("production", "production".equalsIgnoreCase(String.valueOf(sandbox.get("type"))));
                }
            }
        }
        if (!names.contains(wanted) && !Boolean.TRUE.equals(target.get("ok"))) {
            String list = names.isEmpty() ? "no sandbox" : "sandbox " + String.join(", ", names);
            target.put("problem", "sandbox");
            target.put("sandboxes", names);
            target.put(
                    "advice",
                    "The credential sees " + list + ", but not " + wanted
                            + ". Use the name of the sandbox, in lower case, not its title; or add the API credential to a role of that sandbox in"
                            + " Adobe's Permissions");
        }
    }

    /** A missing sandbox or a stopping component says nothing about the connection. */
    private static boolean isFaultOfTheRoute(AjoException failure) {
        return failure.getKind() == FailureKind.REJECTED
                || failure.getKind() == FailureKind.VALIDATION && failure.getStatusCode() == 0;
    }

    private static Result fine(Result result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", true);
        report.put("status", "UP");
        report.put("message", "Login, organization, sandbox and permission are in order");
        return Result.of(result.answer().withBody(report));
    }

    private static Result problem(AjoException failure) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", false);
        report.put("status", "DOWN");
        Finding finding = Finding.of(failure.getKind());
        report.put("problem", finding.problem());
        report.put("message", failure.getMessage());
        report.put("advice", finding.advice());
        if (failure.getStatusCode() != 0) {
            report.put("statusCode", failure.getStatusCode());
        }
        if (failure.getErrorCode() != null) {
            report.put("errorCode", failure.getErrorCode());
        }
        if (failure.getRequestId() != null) {
            report.put("requestId", failure.getRequestId());
        }
        Answer answer = new Answer(failure.getStatusCode(), report, null, null, null, failure.getRequestId(), null);
        return Result.of(answer);
    }

    /** A short name of the problem, and what to do about it. */
    private record Finding(String problem, String advice) {

        static Finding of(FailureKind kind) {
            return switch (kind) {
                case AUTHENTICATION ->
                    new Finding(
                            "credentials",
                            "Compare clientId, clientSecret, organizationId and scopes with the OAuth Server-to-Server"
                                    + " credential in the Adobe Developer Console, and check that its project has the Adobe"
                                    + " Journey Optimizer API");
                case PERMISSION ->
                    new Finding(
                            "permission",
                            "The login is good. In Adobe's Permissions, add the API credential to a role that has the"
                                    + " permissions of the operations you call, on this sandbox");
                case TIMEOUT, NETWORK -> new Finding("network", REACHABLE);
                case INVALID_RESPONSE -> new Finding("answer", REACHABLE);
                case RATE_LIMIT, GUARDRAIL -> new Finding(RATE_LIMIT, "Adobe limits the rate: wait, then check again");
                case SERVER ->
                    new Finding(
                            "server",
                            "Check the name of the sandbox; if it is right, the fault is at Adobe: try again later");
                case VALIDATION, NOT_FOUND, CONFLICT, REJECTED, JOB, PARTIAL, UNEXPECTED ->
                    new Finding("request", "Check the name of the sandbox and the base URL");
            };
        }
    }
}
