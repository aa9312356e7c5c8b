package io.github.camelajo.exception;

import java.util.Locale;

/**
 * What kind of failure an exception tells of. Every {@link AjoException} has one ({@link AjoException#getKind()}). Meters,
 * console, health, traces and the connection check derive from it.
 */
public enum FailureKind {
    /** The login, the client id or the organisation was refused: {@link AjoAuthenticationException}. */
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
    /** A rule of the business forbids the call for now: {@link AjoGuardrailException}. */
    GUARDRAIL(Meaning.ANSWER),
    /** Adobe failed: {@link AjoServerException}. */
    SERVER(Meaning.OUTAGE),
    /** A time limit passed: {@link AjoTimeoutException}. */
    TIMEOUT(Meaning.OUTAGE),
    /** The connection failed: {@link AjoTransportException}. */
    NETWORK(Meaning.OUTAGE),
    /** The answer cannot be used: {@link AjoInvalidResponseException}. */
    INVALID_RESPONSE(Meaning.NOTHING),
    /** The call was not made: {@link AjoRejectedException}. */
    REJECTED(Meaning.NOTHING),
    /** A job at Adobe failed or did not end in time: {@link AjoJobException}. */
    JOB(Meaning.ANSWER),
    /** A part of a batch was not taken, or nobody knows: {@link AjoPartialFailureException}. No meter counts it: a batch is many calls. */
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

    /** Whether it says that Adobe cannot be used: not reached, login or gateway refused, or not working. */
    public boolean isOutage() {
        return meaning == Meaning.OUTAGE;
    }

    /** Whether it says that Adobe works: it answered, although the answer is a refusal. */
    public boolean isAnswered() {
        return meaning == Meaning.ANSWER;
    }
}
