package io.github.camelajo.simulator.internal.server;

/** Who has given an answer. */
enum Origin {
    /** A fault that somebody has asked for. */
    FAULT,
    /** The login. */
    LOGIN,
    /** Nobody: there is no operation at this address. */
    ADDRESS,
    /** The gateway before all services, which looks at token, API key and organisation. */
    GATEWAY,
    /** The check of the sandbox, which every service makes in its own form. */
    SANDBOX,
    /** The check of the permissions of the credential's role. */
    PERMISSION,
    /** The service itself, or the checks of parameters and content type right before it. */
    SERVICE
}
