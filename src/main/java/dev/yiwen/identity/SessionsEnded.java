package dev.yiwen.identity;

import dev.yiwen.identity.session.SessionId;
import java.util.Optional;

/**
 * Fired on every instance when sessions of a member of staff ended, or may have: as a CDI event where it was committed, so
 * that nothing remembered outlives the answer, and then, asynchronously too, as every instance hears of it.
 *
 * @param staff whose; empty when announcements may have been missed, so that everybody's are looked up anew
 * @param session which; empty for all of that person
 */
public record SessionsEnded(Optional<StaffId> staff, Optional<SessionId> session) {
    public static final SessionsEnded PERHAPS_ANY = new SessionsEnded(Optional.empty(), Optional.empty());

    public static SessionsEnded all(StaffId staff) {
        return new SessionsEnded(Optional.of(staff), Optional.empty());
    }

    public boolean concerns(SignedIn it) {
        return staff.map(it.staff().id()::equals).orElse(true)
                && session.map(id -> id.equals(it.session())).orElse(true);
    }
}
