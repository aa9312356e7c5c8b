package io.github.camelajo.simulator.internal.core;

import java.util.Set;

/**
 * The requirements of an operation for its caller, besides a valid token.
 *
 * @param permissions  the permissions that the role must have
 * @param scopes       scopes of which the token must have one; empty if it needs none
 * @param sandbox      whether the operation needs {@code x-sandbox-name}
 * @param organization whether the operation needs {@code x-gw-ims-org-id}
 * @param anySandbox   whether the operation accepts any sandbox, even one that does not exist
 * @param gateway      whether the gateway checks the call; false for hosts that check tokens themselves
 */
public record Access(
        Requirement permissions,
        Set<String> scopes,
        boolean sandbox,
        boolean organization,
        boolean anySandbox,
        boolean gateway) {

    public static final Access USUAL = new Access(Requirement.NONE, Set.of(), true, true, false, true);

    Access needing(Requirement newPermissions) {
        return new Access(newPermissions, scopes, sandbox, organization, anySandbox, gateway);
    }

    Access scoped(Set<String> newScopes) {
        return new Access(permissions, newScopes, sandbox, organization, anySandbox, gateway);
    }

    Access withoutSandbox() {
        return new Access(permissions, scopes, false, organization, anySandbox, gateway);
    }

    Access withoutOrganization() {
        return new Access(permissions, scopes, sandbox, false, anySandbox, gateway);
    }

    Access inAnySandbox() {
        return new Access(permissions, scopes, false, organization, true, gateway);
    }

    Access ownHost() {
        return new Access(permissions, scopes, sandbox, organization, anySandbox, false);
    }

    public boolean allows(Set<String> tokenScopes) {
        return scopes.isEmpty() || scopes.stream().anyMatch(tokenScopes::contains);
    }
}
