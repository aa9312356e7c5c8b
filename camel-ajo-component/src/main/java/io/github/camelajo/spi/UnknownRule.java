package io.github.camelajo.spi;

/** What happens to items whose call may have been accepted. */
public enum UnknownRule {

    /** They stay <em>unknown</em> and are not sent again by themselves: at most once. */
    PARK,

    /** The batch is sent again with the same request id: at least once. */
    RESEND
}
