package io.github.camelajo.simulator.internal.core;

import java.util.Set;

/**
 * What an operation asks of its caller, besides a good token.
 *
 * @param permissions  what the role must allow
 * @param scopes       scopes of which the token must have one; empty if it needs none
 * @param sandbox      false for the few operations that do not require {@code x-sandbox-name}
 * @param organization false for the few that do not require {@code x-gw-ims-org-id}
 */
public record Access(Requirement permissions, Set<String> scopes, boolean sandbox, boolean organization) {

    public static final Access USUAL = new Access(Requirement.NONE, Set.of(), true, true);

    Access needing(Requirement newPermissions) {
        return new Access(newPermissions, scopes, sandbox, organization);
    }

    Access scoped(Set<String> newScopes) {
        return new Access(permissions, newScopes, sandbox, organization);
    }

    Access withoutSandbox() {
        return new Access(permissions, scopes, false, organization);
    }

    Access withoutOrganization() {
        return new Access(permissions, scopes, sandbox, false);
    }

    public boolean allows(Set<String> tokenScopes) {
        return scopes.isEmpty() || scopes.stream().anyMatch(tokenScopes::contains);
    }
}
