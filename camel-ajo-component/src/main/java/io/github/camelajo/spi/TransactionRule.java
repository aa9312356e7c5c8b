package io.github.camelajo.spi;

/** Whether an add needs the caller's transaction. */
public enum TransactionRule {

    /** In the caller's transaction if there is one, else at once. */
    SUPPORTS,

    /** Only in the caller's transaction. */
    REQUIRED
}
