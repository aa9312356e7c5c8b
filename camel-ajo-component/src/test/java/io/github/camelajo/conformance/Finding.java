package io.github.camelajo.conformance;

/**
 * Something that is not as the contract has it.
 *
 * @param operation {@code api.operation}
 * @param where     {@code request}, or {@code answer} with its status
 * @param what      what is wrong
 */
record Finding(String operation, String where, String what) {

    @Override
    public String toString() {
        return operation + ", " + where + ": " + what;
    }
}
