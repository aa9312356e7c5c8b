package io.github.camelajo.spi;

/** Whether an add needs the transaction of the caller. */
public enum TransactionRule {

    /** In the caller's transaction if there is one, else at once. */
    SUPPORTS,

    /** Only in the caller's transaction. */
    REQUIRED
}
