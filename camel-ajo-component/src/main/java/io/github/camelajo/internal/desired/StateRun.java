package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;
import io.github.camelajo.model.StateReport;

/** Brings about the state of one document, or says what that would take. */
public final class StateRun {

    private final StateCalls calls;
    private final ObjectMapper mapper;
    private final StateOptions options;
    private final String operation;
    private final String sandbox;
    private final StateProgress progress = new StateProgress();

    /**
     * @param operation api and operation, for messages
     * @param sandbox   sandbox that the calls go to
     */
    public StateRun(StateCalls calls, ObjectMapper mapper, StateOptions options, String operation, String sandbox) {
        this.calls = calls;
        this.mapper = mapper;
        this.options = options;
        this.operation = operation;
        this.sandbox = sandbox;
    }

    /** The progress of the run. */
    public StateProgress progress() {
        return progress;
    }

    /**
     * Plans, and then applies the plan unless only a plan is wanted.
     *
     * @param  body                   a document, or objects of one kind
     * @param  api                    API of the one kind that is possible; one without a kind of its own takes all
     * @return                        the report; an {@link AjoStateException} when an object is not as wanted in the end
     * @throws AjoValidationException when the document cannot be taken as it is; nothing has been sent
     */
    public CompletableFuture<StateReport> apply(Object body, String api) {
        WantedState state = new DocumentReader(mapper).read(body, StateKinds.ofApi(api));
        check(state);
        CountedCalls reading = CountedCalls.reading(calls, progress);
        return new Planner(reading, options, progress)
                .plan(state)
                .thenCompose(plan -> options.plan()
                        ? CompletableFuture.completedFuture(report(plan, plan.fingerprint()))
                        : guarded(plan, reading).thenCompose(ignored -> applied(state, plan, reading.writing())));
    }

    /** A rename is a removal too. What prune removes is guarded before the run begins. */
    private CompletableFuture<Void> guarded(Plan plan, StateCalls reading) {
        boolean replaces = plan.items().stream().anyMatch(item -> item.change().action() == Action.REPLACE);
        if (!options.guarded() || !replaces) {
            return CompletableFuture.completedFuture(null);
        }
        return reading.sandboxType().thenAccept(type -> {
            if (!"development".equalsIgnoreCase(type)) {
                throw stop(
                        plan,
                        "a rename removes the old object, and sandbox " + sandbox
                                + (type == null
                                        ? " could not be found out to be no production sandbox"
                                        : " is a production sandbox")
                                + " (option productionGuard of the component)");
            }
        });
    }

    private void check(WantedState state) {
        if (state.sandbox() != null && !state.sandbox().equals(sandbox)) {
            throw refusal(
                    "the document is for the sandbox '" + state.sandbox() + "', and the call for '" + sandbox + "'");
        }
        if (!options.prune()) {
            return;
        }
        if (state.name() == null) {
            throw refusal("prune=managed needs a document with a name: the name identifies what the state has created");
        }
        List<StateKind> empty = state.sections().entrySet().stream()
                .filter(section -> section.getValue().isEmpty())
                .map(java.util.Map.Entry::getKey)
                .toList();
        if (!options.allowEmpty() && (!empty.isEmpty() || state.sections().isEmpty())) {
            throw refusal("with prune=managed the document would remove everything of "
                    + (empty.isEmpty()
                            ? "anything"
                            : empty.stream().map(StateKind::name).collect(Collectors.joining(", ")))
                    + ". If that is intended, set allowEmpty=true");
        }
    }

    private AjoValidationException refusal(String reason) {
        return new AjoValidationException(
                operation + " did nothing: " + reason, ErrorDetails.of(operation, sandbox, false));
    }

    private CompletableFuture<StateReport> applied(WantedState state, Plan plan, StateCalls writing) {
        String fingerprint = plan.fingerprint();
        if (options.fingerprint() != null && !options.fingerprint().equals(fingerprint)) {
            throw stop(plan, "the plan has changed and now has the fingerprint " + fingerprint);
        }
        if (plan.removals() > options.maxRemovals()) {
            throw stop(
                    plan, plan.removals() + " objects would be removed, and maxRemovals is " + options.maxRemovals());
        }
        progress.changes((int) plan.items().stream()
                .filter(item -> item.change().action().isChange())
                .count());
        return new Applier(writing, options, progress, state.name()).apply(plan).thenApply(end -> {
            StateReport report = report(end, fingerprint);
            List<StateChange> bad = report.changes().stream()
                    .filter(change -> change.outcome() == Outcome.FAILED || change.outcome() == Outcome.UNKNOWN)
                    .toList();
            if (!bad.isEmpty() && !options.reportFailures()) {
                throw failure(
                        bad.size() + " of " + report.changes().size() + " objects are not as wanted: " + described(bad),
                        report);
            }
            return report;
        });
    }

    private AjoStateException stop(Plan plan, String reason) {
        List<Planned> items = new ArrayList<>();
        for (Planned item : plan.items()) {
            StateChange change = item.change();
            items.add(
                    change.action() == Action.UNCHANGED
                            ? item
                            : item.with(change.with(Outcome.SKIPPED, change.reason())));
        }
        return failure("nothing was written: " + reason, report(new Plan(items), plan.fingerprint()));
    }

    private AjoStateException failure(String reason, StateReport report) {
        return new AjoStateException(
                operation + " (sandbox " + sandbox + "): " + reason,
                ErrorDetails.of(operation, sandbox, false),
                report);
    }

    private static String described(List<StateChange> bad) {
        String first = bad.stream()
                .limit(10)
                .map(change -> change.kind() + " " + change.key() + " ("
                        + change.action().word() + ", " + change.outcome().word() + "): " + change.reason())
                .collect(Collectors.joining("; "));
        return bad.size() > 10 ? first + "; and " + (bad.size() - 10) + " more" : first;
    }

    private StateReport report(Plan plan, String fingerprint) {
        return StateReport.of(sandbox, fingerprint, plan.changes(), progress.reads(), progress.writes());
    }
}
