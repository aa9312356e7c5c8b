package io.github.camelajo.exception;

import java.util.Locale;

/**
 * The kind of failure that an exception reports. Every {@link AjoException} has one ({@link AjoException#getKind()}).
 * Meters, console, health, traces and the connection check are based on it.
 */
public enum FailureKind {
    /** The login, the client id or the organization was refused: {@link AjoAuthenticationException}. */
    AUTHENTICATION(Meaning.OUTAGE),
    /** Adobe knows the caller and refuses the call: {@link AjoPermissionException}. */
    PERMISSION(Meaning.ANSWER),
    /** The request is wrong: {@link AjoValidationException}. */
    VALIDATION(Meaning.ANSWER),
    /** There is no such resource: {@link AjoNotFoundException}. */
    NOT_FOUND(Meaning.ANSWER),
    /** The resource is in another state than the call needs: {@link AjoConflictException}. */
    CONFLICT(Meaning.ANSWER),
    /** Adobe asks to call less often: {@link AjoRateLimitException}. */
    RATE_LIMIT(Meaning.ANSWER),
    /** A business rule forbids the call for now: {@link AjoGuardrailException}. */
    GUARDRAIL(Meaning.ANSWER),
    /** Adobe failed: {@link AjoServerException}. */
    SERVER(Meaning.OUTAGE),
    /** A time limit was exceeded: {@link AjoTimeoutException}. */
    TIMEOUT(Meaning.OUTAGE),
    /** The connection failed: {@link AjoTransportException}. */
    NETWORK(Meaning.OUTAGE),
    /** The answer cannot be used: {@link AjoInvalidResponseException}. */
    INVALID_RESPONSE(Meaning.NOTHING),
    /** The call was not made: {@link AjoRejectedException}. */
    REJECTED(Meaning.NOTHING),
    /** A job at Adobe failed or did not end in time: {@link AjoJobException}. */
    JOB(Meaning.ANSWER),
    /**
     * A part of a batch was not accepted, or its fate is unknown: {@link AjoPartialFailureException}. No meter counts
     * it, because a batch is many calls.
     */
    PARTIAL(Meaning.NOTHING),
    /** A fault of the component or of code that it calls: a plain {@link AjoException}. */
    UNEXPECTED(Meaning.NOTHING);

    private enum Meaning {
        OUTAGE,
        ANSWER,
        NOTHING
    }

    private final Meaning meaning;
    private final String label = name().toLowerCase(Locale.ROOT);

    FailureKind(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The name in lower case, for example {@code not_found}: the value of the tag {@code outcome} of the meters. */
    public String label() {
        return label;
    }

    /** Whether Adobe cannot be used: it is unreachable, does not work, or refuses the login or the token. */
    public boolean isOutage() {
        return meaning == Meaning.OUTAGE;
    }

    /** Whether Adobe works: it answered, even if with a refusal. */
    public boolean isAnswered() {
        return meaning == Meaning.ANSWER;
    }
}
