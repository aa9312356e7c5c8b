package io.github.camelajo.exception;

/**
 * A business rule of Adobe, not a load limit: a live orchestrated campaign can be triggered once an hour. The component
 * never waits this out, because the route would be held for most of an hour and then trigger again. The route decides.
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
