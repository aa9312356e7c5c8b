package io.github.camelajo.internal.login;

import java.time.Duration;

import io.github.camelajo.internal.text.Fingerprint;

/** The outcome of one request to the login. */
public sealed interface TokenAnswer {

    /** A token and its lifetime, counted from the moment of the request. */
    record Granted(String value, Duration lifetime) implements TokenAnswer {

        @Override
        public String toString() {
            return "Granted[" + Fingerprint.brief(value) + ", " + lifetime + "]";
        }
    }

    record Refused(TokenFailure failure) implements TokenAnswer {}
}
