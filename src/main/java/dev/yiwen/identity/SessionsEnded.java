package dev.yiwen.identity;

import java.util.Optional;

/**
 * Fired (asynchronous CDI event, on every instance) when sessions of a member of staff ended: close their sockets.
 *
 * @param staff whose; empty when announcements may have been missed, so that all staff sockets must close and reconnect
 */
public record SessionsEnded(Optional<StaffId> staff) {
    public boolean concerns(StaffId id) {
        return staff.isEmpty() || staff.get().equals(id);
    }
}
