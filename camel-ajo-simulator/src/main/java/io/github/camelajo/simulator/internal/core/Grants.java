package io.github.camelajo.simulator.internal.core;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelajo.simulator.control.Permissions;

/** The current permissions of the role of the credential, the same in all sandboxes, and those at the start. */
public final class Grants {

    private final Set<String> initial;
    private volatile Set<String> granted;

    public Grants(Set<String> initial) {
        this.initial = initial;
        this.granted = initial;
    }

    /**
     * Returns the name of a permission.
     *
     * @throws IllegalArgumentException that lists the permissions, if there is none of that name
     */
    public static String known(String name) {
        if (name == null || !Permissions.all().contains(name)) {
            throw new IllegalArgumentException("There is no permission '" + name + "', only " + Permissions.all());
        }
        return name;
    }

    public synchronized void grant(String name) {
        Set<String> more = new TreeSet<>(granted);
        more.add(known(name));
        granted = Set.copyOf(more);
    }

    public synchronized void revoke(String name) {
        Set<String> fewer = new TreeSet<>(granted);
        fewer.remove(known(name));
        granted = Set.copyOf(fewer);
    }

    public Set<String> granted() {
        return new TreeSet<>(granted);
    }

    public synchronized void replace(Collection<String> names) {
        names.forEach(Grants::known);
        granted = Set.copyOf(names);
    }

    public synchronized void reset() {
        granted = initial;
    }

    public boolean meet(Requirement requirement) {
        return requirement.isMetBy(granted);
    }

    /** Returns the permissions of the simulator that are not granted, in their usual order. */
    public Collection<String> missing() {
        Set<String> now = granted;
        return Permissions.all().stream().filter(name -> !now.contains(name)).toList();
    }
}
