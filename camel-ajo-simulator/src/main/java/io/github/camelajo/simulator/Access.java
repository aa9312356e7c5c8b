package io.github.camelajo.simulator;

import java.util.Set;

/**
 * What an operation asks of its caller, besides a good token.
 *
 * @param permissions what the role must allow
 * @param scopes      scopes of which the token must have one; empty if it needs none
 * @param sandbox     false for the few operations that declare no {@code x-sandbox-name}
 */
record Access(Requirement permissions, Set<String> scopes, boolean sandbox) {

    static final Access USUAL = new Access(Requirement.NONE, Set.of(), true);

    Access needing(Requirement newPermissions) {
        return new Access(newPermissions, scopes, sandbox);
    }

    Access scoped(Set<String> newScopes) {
        return new Access(permissions, newScopes, sandbox);
    }

    Access withoutSandbox() {
        return new Access(permissions, scopes, false);
    }

    boolean allows(Set<String> tokenScopes) {
        return scopes.isEmpty() || scopes.stream().anyMatch(tokenScopes::contains);
    }
}
