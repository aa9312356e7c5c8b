package io.github.camelajo.internal.operation;

/**
 * What the credential's role must allow.
 *
 * @param name      the permission as Adobe's Permissions interface calls it
 * @param sandbox   on which sandbox the role must hold it
 * @param confirmed whether Adobe documents it for the API; otherwise it is what the interface asks of a person
 */
public record Permission(String name, Scope sandbox, boolean confirmed) {

    /** On which sandbox a permission must be held. */
    public enum Scope {
        TARGET("the sandbox of the call"),
        PRODUCTION("the production sandbox");

        private final String text;

        Scope(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public static Permission onTarget(String name) {
        return new Permission(name, Scope.TARGET, true);
    }

    public static Permission onProduction(String name) {
        return new Permission(name, Scope.PRODUCTION, true);
    }

    /** Seen in the interface, not documented for the API. */
    public static Permission presumably(String name) {
        return new Permission(name, Scope.TARGET, false);
    }
}
