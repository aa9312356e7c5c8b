package io.github.camelajo.example.quarkus;

import java.util.Locale;

/**
 * One thing to do.
 *
 * @param kind  what
 * @param key   of the configuration
 * @param limit what it shall be; {@code null} when it is removed
 * @param id    Adobe's id of the configuration; {@code null} when it is created
 */
record Change(Kind kind, EndpointLimit.Key key, EndpointLimit limit, String id) {

    enum Kind {
        CREATE,
        UPDATE,
        DEPLOY,
        REMOVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return kind + " " + key;
    }
}
