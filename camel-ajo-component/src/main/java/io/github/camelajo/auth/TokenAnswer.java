package io.github.camelajo.auth;

import java.time.Duration;

/** What one request to the login came to. */
sealed interface TokenAnswer {

    /** A token and how long it lives from when it was asked for. */
    record Granted(String value, Duration lifetime) implements TokenAnswer {

        @Override
        public String toString() {
            return "Granted[" + Fingerprint.brief(value) + ", " + lifetime + "]";
        }
    }

    record Refused(TokenFailure failure) implements TokenAnswer {}
}
