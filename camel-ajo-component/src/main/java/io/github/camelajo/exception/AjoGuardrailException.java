package io.github.camelajo.exception;

/**
 * A rule of the business, not of load: a live orchestrated campaign can be triggered once an hour. Waiting it out silently
 * would hold the route for most of an hour and then trigger again, so nothing here ever does: the route decides.
 */
public class AjoGuardrailException extends AjoRateLimitException {

    private static final long serialVersionUID = 1L;

    public AjoGuardrailException(String message, ErrorDetails details) {
        super(message, details);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.GUARDRAIL;
    }
}
