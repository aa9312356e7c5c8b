package io.github.camelajo.internal.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.camelajo.internal.text.Fingerprint;

/** The client secrets as read for one attempt, and the means to mask them in texts. */
public final class Secrets {

    static final String MASK = "xxxxxx";

    private final String primary;
    private final String secondary;

    /** Surrounding whitespace is trimmed: a secret that is mounted as a file often ends with a line feed. */
    public Secrets(String primary, String secondary) {
        this.primary = primary == null ? "" : primary.strip();
        this.secondary = secondary == null ? "" : secondary.strip();
    }

    public String primary() {
        return primary;
    }

    public String secondary() {
        return secondary;
    }

    /** Whether there is a second secret to try after the first was refused. */
    public boolean hasOther() {
        return !secondary.isEmpty() && !secondary.equals(primary);
    }

    /** Changes when either secret changes. */
    public String fingerprint() {
        return Fingerprint.of(primary + '\n' + secondary);
    }

    /** The text with every spelling of the secrets masked. */
    public String mask(String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (String form : writtenForms()) {
            masked = masked.replace(form, MASK);
        }
        return masked;
    }

    /** Whether printing the exception, causes included, would reveal a secret. */
    public boolean occurIn(Throwable thrown) {
        Throwable current = thrown;
        // Bounded, because causes can form a cycle.
        for (int depth = 0; current != null && depth < 20; depth++) {
            String text = current.toString();
            if (!text.equals(mask(text))) {
                return true;
            }
            for (Throwable suppressed : current.getSuppressed()) {
                if (suppressed != thrown && !suppressed.toString().equals(mask(suppressed.toString()))) {
                    return true;
                }
            }
            current = current.getCause();
        }
        return false;
    }

    private List<String> writtenForms() {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : List.of(primary, secondary)) {
            if (!secret.isEmpty()) {
                forms.add(secret);
                forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            }
        }
        // Longest first: a secret that is a prefix of another would leave the rest of the longer one visible.
        return forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    @Override
    public String toString() {
        return "Secrets[" + MASK + "]";
    }
}
