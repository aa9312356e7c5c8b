package io.github.camelajo.simulator.internal.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelajo.simulator.internal.core.SimulatorOptions;

/**
 * Removes secrets from what is shown: values whose name marks them as secrets, the text after {@code Bearer} and, in a
 * header, after {@code Basic} and {@code Digest}, tokens in the form of a JWT, and the client secrets of the simulator.
 * Nothing else changes, not even a blank.
 */
public final class Masks {

    static final String MASK = "***";

    private static final String SECRET_NAME =
            "(?:token|secret|password|passwd|passphrase|credential|authorization|assertion|api[-_]?key|private[-_]?key|cookie)";
    private static final Pattern NAME = Pattern.compile(SECRET_NAME, Pattern.CASE_INSENSITIVE);
    /** A text in JSON that is inside something else, such as a part of a multipart body. */
    private static final Pattern JSON_INSIDE = Pattern.compile(
            "(\"[^\"]*" + SECRET_NAME + "[^\"]*\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)",
            Pattern.CASE_INSENSITIVE);

    /** A field of a form or of the query of an address, also inside JSON. */
    private static final Pattern FORM = Pattern.compile(
            "((?:^|[?&\"])[^=&\\s\"]*" + SECRET_NAME + "[^=&\\s\"]*=)[^&\\s\"]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("^((?:Basic|Digest)\\s+).+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEARER = Pattern.compile("((?:^|\")Bearer\\s+)[^\"\\s]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?");

    private final List<String> literals;
    private final Set<String> known;

    /**
     * @param literals texts that are always secrets
     * @param known    texts that are never secrets, whatever their name
     */
    Masks(Collection<String> literals, Set<String> known) {
        this.literals = literals.stream()
                .filter(text -> !text.isBlank())
                .flatMap(text -> List.of(text, URLEncoder.encode(text, StandardCharsets.UTF_8)).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.known = Set.copyOf(known);
    }

    /**
     * Returns the masks of a simulator. Its client secrets are secrets. Its client ids are not, although they are sent
     * as {@code x-api-key}.
     */
    public static Masks of(SimulatorOptions options) {
        List<String> secrets = new ArrayList<>(options.otherClients().values());
        secrets.add(options.clientSecret());
        if (options.secondaryClientSecret() != null) {
            secrets.add(options.secondaryClientSecret());
        }
        List<String> ids = new ArrayList<>(options.otherClients().keySet());
        ids.add(options.clientId());
        return new Masks(secrets, Set.copyOf(ids));
    }

    public String header(String name, String value) {
        if (known.contains(value)) {
            return value;
        }
        return NAME.matcher(name).find() ? MASK : texts(SCHEME.matcher(value).replaceAll("$1" + MASK));
    }

    public String query(String query) {
        return texts(query);
    }

    /** Masks a body: JSON, even if it is cut off, a form, or any other text. */
    public String body(String body) {
        boolean json = body.startsWith("{") || body.startsWith("[");
        return texts(
                json ? new JsonText(body).masked() : JSON_INSIDE.matcher(body).replaceAll("$1\"" + MASK + "\""));
    }

    /** Masks secrets that are recognizable without a name. */
    private String texts(String text) {
        String masked = FORM.matcher(text).replaceAll("$1" + MASK);
        masked = BEARER.matcher(masked).replaceAll("$1" + MASK);
        masked = JWT.matcher(masked).replaceAll(MASK);
        for (String literal : literals) {
            masked = masked.replace(literal, MASK);
        }
        return masked;
    }

    /** JSON in which all values with secret names are masked, whether they are texts, numbers, lists or objects. */
    private static final class JsonText {

        private static final String DELIMITERS = "{}[]\",:";

        private final String text;
        private final StringBuilder masked;
        /** The lists and objects around the current place, with whether everything inside is secret. */
        private final Deque<Scope> around = new ArrayDeque<>();

        private boolean name;
        private boolean secret;
        private int at;

        private record Scope(boolean object, boolean secret) {}

        private JsonText(String text) {
            this.text = text;
            this.masked = new StringBuilder(text.length());
        }

        private String masked() {
            while (at < text.length()) {
                char sign = text.charAt(at);
                if (sign == '"') {
                    string();
                } else if (DELIMITERS.indexOf(sign) >= 0) {
                    delimiter(sign);
                    masked.append(sign);
                    at++;
                } else if (Character.isWhitespace(sign)) {
                    masked.append(sign);
                    at++;
                } else {
                    scalar();
                }
            }
            return masked.toString();
        }

        private void delimiter(char sign) {
            switch (sign) {
                case '{', '[' -> {
                    around.push(new Scope(sign == '{', secret));
                    name = sign == '{';
                }
                case '}', ']' -> {
                    around.poll();
                    name = false;
                }
                case ',' -> {
                    Scope scope = around.peek();
                    name = scope != null && scope.object();
                    secret = scope != null && scope.secret();
                }
                default -> name = false;
            }
        }

        private void string() {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            String whole = text.substring(at, Math.min(end + 1, text.length()));
            at = Math.min(end + 1, text.length());
            if (name) {
                Scope scope = around.peek();
                secret = scope != null && scope.secret() || NAME.matcher(whole).find();
            }
            masked.append(secret && !name ? '"' + MASK + '"' : whole);
        }

        private void scalar() {
            int end = at;
            while (end < text.length()
                    && DELIMITERS.indexOf(text.charAt(end)) < 0
                    && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            String whole = text.substring(at, end);
            at = end;
            boolean shown = !secret || Set.of("true", "false", "null").contains(whole);
            masked.append(shown ? whole : '"' + MASK + '"');
        }
    }
}
