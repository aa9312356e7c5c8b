package io.github.camelajo.internal.observe;

/**
 * Work on a desired state as operators see it.
 *
 * @param operation api and operation, such as state.apply
 * @param objects   objects that are looked at
 * @param compared  those that have been compared
 * @param changes   those that are not as wanted
 * @param applied   those of them that have been worked on
 * @param reads     calls that only read
 * @param writes    calls that change something
 */
public record StateView(String operation, int objects, int compared, int changes, int applied, int reads, int writes) {}
