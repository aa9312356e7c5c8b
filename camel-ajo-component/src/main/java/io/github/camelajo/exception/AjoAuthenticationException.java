package io.github.camelajo.exception;

/** The login issued no token, or the gateway refused it. Check the credentials. */
public class AjoAuthenticationException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoAuthenticationException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoAuthenticationException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.AUTHENTICATION;
    }
}
