package io.github.camelajo.internal.login;

import java.time.Duration;

import io.github.camelajo.internal.text.Fingerprint;

/** What one request to the login came to. */
public sealed interface TokenAnswer {

    /** A token and how long it lives from when it was asked for. */
    record Granted(String value, Duration lifetime) implements TokenAnswer {

        @Override
        public String toString() {
            return "Granted[" + Fingerprint.brief(value) + ", " + lifetime + "]";
        }
    }

    record Refused(TokenFailure failure) implements TokenAnswer {}
}
