package io.github.camelajo.simulator;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The permissions the credential's role has now, on every sandbox alike, and those it had at the start. */
final class Grants {

    private final Set<String> initial;
    private volatile Set<String> granted;

    Grants(Set<String> initial) {
        this.initial = initial;
        this.granted = initial;
    }

    synchronized void grant(String name) {
        Set<String> more = new TreeSet<>(granted);
        more.add(Permissions.known(name));
        granted = Set.copyOf(more);
    }

    synchronized void revoke(String name) {
        Set<String> fewer = new TreeSet<>(granted);
        fewer.remove(Permissions.known(name));
        granted = Set.copyOf(fewer);
    }

    synchronized void reset() {
        granted = initial;
    }

    boolean meet(Requirement requirement) {
        return requirement.isMetBy(granted);
    }

    /** Those of the simulator's permissions that are not granted, in their usual order. */
    Collection<String> missing() {
        Set<String> now = granted;
        return Permissions.all().stream().filter(name -> !now.contains(name)).toList();
    }
}
