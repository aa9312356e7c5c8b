package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.request.CallInput;

/**
 * Tries the whole way once: token, gateway, organisation, sandbox, permission. What is wrong becomes a report with words a
 * user can act on, so the call itself succeeds.
 */
public final class ConnectionCheck implements Runner {

    private final Runner call;
    private final Runner sandboxes;
    private final String sandbox;

    /**
     * @param call      the cheapest call that touches everything
     * @param sandboxes lists the sandboxes that the credential sees, as maps; {@code null} to leave that out
     * @param sandbox   the sandbox of the endpoint, {@code null} when each message names one
     */
    public ConnectionCheck(Runner call, Runner sandboxes, String sandbox) {
        this.call = call;
        this.sandboxes = sandboxes;
        this.sandbox = sandbox;
    }

    @Override
    public Result run(CallInput input) {
        return AwaitedRun.of(this, input);
    }

    @Override
    public void start(CallInput input, BiConsumer<Result, AjoException> done) {
        call.start(input, (result, failure) -> {
            if (failure != null && isFaultOfTheRoute(failure)) {
                done.accept(null, failure);
                return;
            }
            Result report = failure == null ? fine(result) : problem(failure);
            if (sandboxes == null || failure != null && !isAnswered(failure)) {
                done.accept(report, null);
            } else {
                addSandboxes(input, report, done);
            }
        });
    }

    /** Whether login and gateway are in order, so that it makes sense to ask for sandboxes. */
    private static boolean isAnswered(AjoException failure) {
        return failure.getStatusCode() != 0 && !(failure instanceof AjoAuthenticationException);
    }

    /** What is found out here makes the report richer; when it cannot be found out, the report stays as it is. */
    private void addSandboxes(CallInput input, Result report, BiConsumer<Result, AjoException> done) {
        String wanted = input.sandbox() == null ? sandbox : input.sandbox();
        try {
            sandboxes.start(input.withoutBody().withParameters(Map.of()), (result, failure) -> {
                if (failure == null && result.answer().body() instanceof Collection<?> seen) {
                    describe(wanted, seen, (Map<?, ?>) report.answer().body());
                }
                done.accept(report, null);
            });
        } catch (AjoException e) {
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

    /** A missing sandbox or a stopping component is no matter of the connection. */
    private static boolean isFaultOfTheRoute(AjoException failure) {
        return failure instanceof AjoRejectedException
                || failure instanceof AjoValidationException && failure.getStatusCode() == 0;
    }

    private static Result fine(Result result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", true);
        report.put("status", "UP");
        report.put("message", "Login, organisation, sandbox and permission are in order");
        return Result.of(result.answer().withBody(report));
    }

    private static Result problem(AjoException failure) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", false);
        report.put("status", "DOWN");
        report.put("problem", problemOf(failure));
        report.put("message", failure.getMessage());
        report.put("advice", adviceFor(failure));
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

    private static String problemOf(AjoException failure) {
        if (failure instanceof AjoAuthenticationException) {
            return "credentials";
        }
        if (failure instanceof AjoPermissionException) {
            return "permission";
        }
        if (failure instanceof AjoTransportException) {
            return "network";
        }
        if (failure instanceof AjoInvalidResponseException) {
            return "answer";
        }
        if (failure instanceof AjoRateLimitException) {
            return "rate limit";
        }
        return failure instanceof AjoServerException ? "server" : "request";
    }

    private static String adviceFor(AjoException failure) {
        if (failure instanceof AjoAuthenticationException) {
            return "Compare clientId, clientSecret, organizationId and scopes with the OAuth Server-to-Server credential in the "
                    + "Adobe Developer Console, and check that its project has the Adobe Journey Optimizer API";
        }
        if (failure instanceof AjoPermissionException) {
            return "The login is good. In Adobe's Permissions, add the API credential to a role that has the permissions of the "
                    + "operations you call, on this sandbox";
        }
        if (failure instanceof AjoTransportException || failure instanceof AjoInvalidResponseException) {
            return "Check baseUrl and tokenEndpoint, DNS, proxy and firewall from the machine that runs the route";
        }
        if (failure instanceof AjoRateLimitException) {
            return "Adobe limits the rate: wait, then check again";
        }
        if (failure instanceof AjoServerException) {
            return "Check the name of the sandbox; if it is right, the fault is at Adobe: try again later";
        }
        return "Check the name of the sandbox and the base URL";
    }
}
