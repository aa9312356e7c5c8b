package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.github.camelajo.internal.flow.AnswerFields;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.model.StateChange.Action;

/** Finds out what has to be done. It only reads. */
final class Planner {

    private static final int SHOWN_MATCHES = 5;

    private static final String ORGANIZATION = "orgId";

    private final StateCalls calls;
    private final StateOptions options;
    private final StateProgress progress;
    private final List<Planned> items = Collections.synchronizedList(new ArrayList<>());

    Planner(StateCalls calls, StateOptions options, StateProgress progress) {
        this.calls = calls;
        this.options = options;
        this.progress = progress;
    }

    /** A wanted object and the existing one that it was matched with. */
    private record Match(Wanted wanted, Found found, Found old) {}

    CompletableFuture<Plan> plan(WantedState state) {
        progress.objects(state.size());
        List<Match> matches = Collections.synchronizedList(new ArrayList<>());
        return Lanes.run(calls, List.copyOf(state.sections().keySet()), kind -> kind(state, kind)
                        .thenAccept(matches::addAll))
                .thenCompose(ignored -> Lanes.run(calls, List.copyOf(matches), this::compare))
                .thenApply(ignored -> new Plan(List.copyOf(items)));
    }

    private CompletableFuture<List<Match>> kind(WantedState state, StateKind kind) {
        List<Wanted> wanted = state.sections().get(kind);
        return Inventory.read(calls, kind, wanted, options.prune(), state.name())
                .thenApply(inventory -> match(state.name(), kind, wanted, inventory));
    }

    private void add(Planned planned) {
        progress.oneCompared();
        items.add(planned);
    }

    private List<Match> match(String state, StateKind kind, List<Wanted> wanted, Inventory inventory) {
        Map<String, Integer> claims = new HashMap<>();
        Set<Found> met = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Wanted one : wanted) {
            Match match = match(kind, one, inventory, met);
            if (match != null) {
                matches.add(match);
                if (match.found() != null) {
                    claims.merge(match.found().id(), 1, Integer::sum);
                }
            }
        }
        matches.removeIf(match -> {
            boolean twice =
                    match.found() != null && claims.getOrDefault(match.found().id(), 0) > 1;
            if (twice) {
                add(Planned.unclear(
                        match.wanted(),
                        match.found().id(),
                        Action.CONFLICT,
                        "two objects of the document describe the same one"));
            }
            return twice;
        });
        if (options.prune()) {
            inventory.all().stream()
                    .filter(found -> !met.contains(found) && found.isOwn(state))
                    .forEach(found -> items.add(Planned.removed(kind, found, isOnlyOne(found, inventory, state))));
        }
        return matches;
    }

    /** A copy in another folder has the same key, and with it the same mark. */
    private static boolean isOnlyOne(Found found, Inventory inventory, String state) {
        return inventory.of(found.key()).stream()
                        .filter(same -> same.isOwn(state))
                        .count()
                == 1;
    }

    /** The matching object; {@code null} if that is not clear, which the plan reports. */
    private Match match(StateKind kind, Wanted wanted, Inventory inventory, Set<Found> met) {
        String refusal = inventory.refusal(wanted.key());
        if (refusal != null) {
            add(unreadable(wanted, null, refusal));
            return null;
        }
        List<Found> found = inFolder(wanted, inventory.of(wanted.key()));
        List<Found> before =
                wanted.renamedFrom() == null || wanted.renamedFrom().equals(wanted.key())
                        ? List.of()
                        : inFolder(wanted, inventory.of(wanted.renamedFrom()));
        met.addAll(found);
        met.addAll(before);
        if (found.size() > 1 || found.isEmpty() && before.size() > 1) {
            List<Found> several = found.isEmpty() ? before : found;
            add(Planned.unclear(wanted, null, Action.CONFLICT, matches(kind, several)));
            return null;
        }
        // The key of a capping configuration cannot be changed, so a new one replaces the old.
        boolean replaces = kind.equals(StateKinds.CAPPING);
        if (found.isEmpty() && !before.isEmpty() && !replaces) {
            return new Match(wanted, before.get(0), null);
        }
        if (replaces && before.size() > 1) {
            add(Planned.unclear(wanted, null, Action.CONFLICT, matches(kind, before)));
            return null;
        }
        return new Match(
                wanted, found.isEmpty() ? null : found.get(0), replaces && !before.isEmpty() ? before.get(0) : null);
    }

    private static String matches(StateKind kind, List<Found> several) {
        String ids = kind.isSuppression()
                ? ""
                : ": "
                        + several.stream()
                                .limit(SHOWN_MATCHES)
                                .map(Found::id)
                                .sorted()
                                .collect(Collectors.joining(", "));
        return several.size() + " match" + ids;
    }

    /** Of several objects with the same key, those in the folder that the document names. */
    private static List<Found> inFolder(Wanted wanted, List<Found> candidates) {
        if (candidates.size() < 2 || wanted.folder() == null) {
            return candidates;
        }
        List<Found> inside = candidates.stream()
                .filter(found -> wanted.folder().equals(found.folder()))
                .toList();
        return inside.isEmpty() ? candidates : inside;
    }

    private CompletableFuture<Void> compare(Match match) {
        Wanted wanted = match.wanted();
        if (match.found() == null) {
            return possible(created(wanted, match.old()));
        }
        StateKind kind = wanted.kind();
        CompletableFuture<Detail> detail = kind.isListedWhole()
                ? CompletableFuture.completedFuture(Detail.of(match.found()))
                : Detail.read(calls, kind, match.found().id(), options.publish());
        return detail.handle((there, failure) -> {
                    String id = match.found().id();
                    if (failure != null) {
                        return unreadable(wanted, id, Futures.failure(failure).getMessage());
                    }
                    return there == null
                            ? Planned.unclear(wanted, id, Action.CONFLICT, "it was deleted while the plan was made")
                            : Planned.of(wanted, there, Verdict.of(wanted, there, options), match.old());
                })
                .thenCompose(this::possible);
    }

    private static Planned unreadable(Wanted wanted, String id, String why) {
        String reason = "it cannot be read: " + why;
        return Planned.unclear(wanted, id, Action.CONFLICT, reason).failed(Action.CONFLICT, reason);
    }

    /** Throttling is only written through a production sandbox. This is checked if there is something to write. */
    private CompletableFuture<Void> possible(Planned planned) {
        if (!planned.kind().equals(StateKinds.THROTTLING)
                || !planned.change().action().isChange()) {
            add(planned);
            return CompletableFuture.completedFuture(null);
        }
        return calls.sandboxType()
                .thenAccept(type -> add(
                        "development".equals(type)
                                ? Planned.unclear(
                                        planned.wanted(),
                                        null,
                                        Action.IMPOSSIBLE,
                                        "throttling is managed through a production sandbox, and this is a development sandbox")
                                : planned));
    }

    private Planned created(Wanted wanted, Found old) {
        StateKind kind = wanted.kind();
        String missing = kind.rules().stream()
                .filter(rule -> rule.required() && AnswerFields.at(wanted.raw(), rule.path()) == null)
                .map(FieldRule::path)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return Planned.unclear(
                    wanted,
                    null,
                    Action.IMPOSSIBLE,
                    "it does not exist, and to create it the document lacks: " + missing);
        }
        String create = kind.isSuppression() ? "add" : "create";
        Object body = Writing.created(wanted, null);
        RequestBody wantedBody = OperationCatalog.require(kind.api(), create).body();
        String complaint = wantedBody.complaint(kind.isSuppression() ? List.of(body) : filled(wantedBody, body));
        if (complaint != null) {
            return Planned.unclear(wanted, null, Action.IMPOSSIBLE, complaint);
        }
        List<String> operations = new ArrayList<>(List.of(create));
        if (kind.isDeployed() && wanted.acts(options)) {
            operations.add("deploy");
        }
        if (kind.after() == StateKind.After.PUBLISH && wanted.acts(options)) {
            operations.add("publish");
        }
        return Planned.created(
                wanted,
                operations.stream()
                        .map(operation -> kind.api() + "." + operation)
                        .toList(),
                old);
    }

    /** Values that the call fills in itself are not missing. */
    private static Object filled(RequestBody wanted, Object body) {
        if (!wanted.fillOrganization() || !(body instanceof Map<?, ?> fields) || fields.containsKey(ORGANIZATION)) {
            return body;
        }
        Map<Object, Object> complete = new LinkedHashMap<>(fields);
        complete.put(ORGANIZATION, "0@AdobeOrg");
        return complete;
    }
}
