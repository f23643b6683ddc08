package dev.yiwen.shared;

/**
 * An expected failure that its caller can act on; answered as RFC 9457 problem JSON by {@code ProblemMapper} and as an
 * error frame by the sockets.
 */
public final class Problem extends RuntimeException {

    /** The stable {@code type} of a problem and the HTTP status that goes with it. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        /** Signed in with a one-time password that must be changed before anything else. */
        PASSWORD_CHANGE_REQUIRED(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        TOO_MANY_REQUESTS(429),
        OVERLOADED(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** The slug of the problem type, e.g. {@code not-found}. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;

    public Problem(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
