package io.github.camelajo.simulator.internal.server;

/** What produced an answer. */
enum Origin {
    /** An injected fault. */
    FAULT,
    /** The login. */
    LOGIN,
    /** Nothing: there is no operation at this address. */
    ADDRESS,
    /** The gateway in front of all services, which checks token, API key and organization. */
    GATEWAY,
    /** The check of the sandbox, which every service does with its own error form. */
    SANDBOX,
    /** The check of the permissions of the role. */
    PERMISSION,
    /** The service itself, or the checks of parameters and content type just before it. */
    SERVICE
}
