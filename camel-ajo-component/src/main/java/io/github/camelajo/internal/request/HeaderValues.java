package io.github.camelajo.internal.request;

import java.util.regex.Pattern;

import io.github.camelajo.internal.text.Masking;

/** Checks values that go into request headers: a line break in one would let a message add its own headers. */
public final class HeaderValues {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]*");
    private static final Pattern SANDBOX = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private HeaderValues() {}

    /**
     * Says what is wrong with a sandbox name.
     *
     * @return the complaint, or {@code null} when it can be one
     */
    public static String complaintAboutSandbox(String sandbox) {
        if (UUID.matcher(sandbox).matches()) {
            return "The sandbox is given by its UUID, " + sandbox + "; Adobe wants its name, for example sandbox=dev";
        }
        if (!SANDBOX.matcher(sandbox).matches()) {
            return "'" + Masking.cut(Masking.mask(sandbox), 64)
                    + "' is not the name of a sandbox; allowed: lower case letters, digits, dashes, for example sandbox=dev";
        }
        return null;
    }

    /**
     * Says what is wrong with a header value.
     *
     * @return the complaint, or {@code null} when it can be sent
     */
    public static String complaintAbout(String what, String value) {
        return PRINTABLE.matcher(value).matches()
                ? null
                : what + " has characters that are not allowed in a header (line breaks, for example)";
    }
}
