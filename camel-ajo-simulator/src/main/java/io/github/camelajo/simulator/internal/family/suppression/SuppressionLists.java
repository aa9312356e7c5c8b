package io.github.camelajo.simulator.internal.family.suppression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.ServiceOptions;

/** The four lists of every sandbox. */
final class SuppressionLists {

    private static final int DOMAINS = 25;
    private static final int ALLOWED = 3;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,|]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern COMMENT = Pattern.compile("[\\x20-\\x7e]*");

    private final List<SuppressionList> all = new ArrayList<>();
    private final FamilyContext context;

    SuppressionLists(FamilyContext context) {
        this.context = context;
        ServiceOptions options = context.options().services();
        for (Sandbox sandbox : Sandbox.ALL) {
            all.add(new SuppressionList(sandbox, "email", "client", options.suppressionEntries()));
            all.add(new SuppressionList(sandbox, "domain", "client", DOMAINS));
            all.add(new SuppressionList(sandbox, "email", "allowed", ALLOWED));
            all.add(new SuppressionList(sandbox, "domain", "allowed", ALLOWED));
        }
    }

    SuppressionList list(Sandbox sandbox, String type, String listType) {
        return all.stream()
                .filter(list -> list.sandbox().equals(sandbox)
                        && list.type().equals(type)
                        && list.listType().equals(listType))
                .findFirst()
                .orElseThrow();
    }

    List<SuppressionList> all() {
        return all;
    }

    /** Returns the lists of both sandboxes as four kinds of data. */
    List<Kept> kinds() {
        return List.of(
                kind("suppressed-address", "email", "client"),
                kind("suppressed-domain", "domain", "client"),
                kind("allowed-address", "email", "allowed"),
                kind("allowed-domain", "domain", "allowed"));
    }

    private Kept kind(String name, String type, String listType) {
        return new SuppressionKind(name, sandbox -> list(sandbox, type, listType), context);
    }

    static boolean valid(String type, String value) {
        return ("email".equals(type) ? ADDRESS : DOMAIN).matcher(value).matches();
    }

    /** Comments are printable ASCII, as in Adobe's user interface. */
    static boolean validComment(String comment) {
        return COMMENT.matcher(comment).matches();
    }
}
