package io.github.camelajo.exception;

/** Adobe knows the caller and refuses the call (403). The message names the permission to ask for. */
public class AjoPermissionException extends AjoException {

    private static final long serialVersionUID = 1L;

    private final String requiredPermission;

    public AjoPermissionException(String message, ErrorDetails details, String requiredPermission) {
        super(message, details);
        this.requiredPermission = requiredPermission;
    }

    /** The permission that the operation needs, with its name in Adobe's Permissions interface. */
    public String getRequiredPermission() {
        return requiredPermission;
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.PERMISSION;
    }
}
