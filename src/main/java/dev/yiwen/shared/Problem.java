package dev.yiwen.shared;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        /** A page of another origin acts with a cookie. */
        FOREIGN_ORIGIN(403),
        /** Signed in with a one-time password that must be changed before anything else. */
        PASSWORD_CHANGE_REQUIRED(403),
        /** The password was right; the code of an authenticator is missing. */
        SECOND_FACTOR_REQUIRED(401),
        /** Wrong, old or used. */
        SECOND_FACTOR_WRONG(401),
        /** Signed in by a password alone where a second factor must be set up before anything else. */
        SECOND_FACTOR_SETUP_REQUIRED(403),
        /** The right one, too late: an administrator gives another. */
        ONE_TIME_PASSWORD_EXPIRED(403),
        /** Somebody would give rights that they do not hold, or act for whom has more. */
        RIGHTS_NOT_YOURS(403),
        /** Nobody would be left who can manage staff. */
        LAST_STAFF_MANAGER(409),
        /** It is deleted when nobody has it any more. */
        ROLE_IN_USE(409),
        /** Two members of the host application are two people. */
        TWO_SIGNED_IN(409),
        NOT_FOUND(404),
        CONFLICT(409),
        /** Somebody other than its author must look at it before customers see it. */
        REVIEW_REQUIRED(409),
        /** Who wrote or did it is not who reviews it. */
        OWN_WORK(403),
        /** Another revision of the article is to go live at a time that was set. */
        SCHEDULED_ALREADY(409),
        /** Some articles of it may not be published yet; the detail names them. */
        SET_NOT_READY(409),
        /** Golden questions that must pass would not any more, and nobody has signed that; the detail names them. */
        GOLDEN_BROKEN(409),
        /** Customers would lose answers, as was found, and nobody has signed that; the detail names the articles. */
        IMPACT_UNSIGNED(409),
        /** An answer names a value that there is not; the detail says which. */
        SNIPPET_UNKNOWN(400),
        /** Answers name the value; the detail says which. */
        SNIPPET_IN_USE(409),
        /** It would touch many conversations, and nobody said yet that this is meant. */
        WIDE_EFFECT(409),
        /** The customer has written what whoever asks has not read yet. */
        UNSEEN_MESSAGES(409),
        TOO_LARGE(413),
        /** A little work is wanted first, against floods; the problem brings it along. */
        PROOF_REQUIRED(428),
        /** Who says that gets a human at once, and never the article. */
        PHRASING_HANDS_OVER(422),
        FILE_EMPTY(400),
        /** Not the format that it begins as. */
        FILE_DAMAGED(400),
        /** The scanner says so. */
        FILE_HARMFUL(400),
        /** None of the kinds that may be sent. */
        FILE_KIND(415),
        /** A machine might run it when it is opened. */
        FILE_RUNS(415),
        /** A document with macros, or one that fetches them. */
        FILE_MACROS(415),
        /** Too many dots or parts for whoever must show it. */
        PICTURE_TOO_LARGE(413),
        /** A picture that cannot be scaled; it can still be opened itself. */
        NO_PREVIEW(404),
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
    private final @Nullable Duration retryAfter;

    public Problem(Kind kind, String detail) {
        this(kind, detail, null);
    }

    /** @param retryAfter how long to wait before it may succeed, when that is known */
    public Problem(Kind kind, String detail, @Nullable Duration retryAfter) {
        super(detail);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
