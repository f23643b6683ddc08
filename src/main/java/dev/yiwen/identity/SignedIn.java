package dev.yiwen.identity;

import dev.yiwen.identity.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a member of staff acts.
 *
 * @param session null for an assist pass for which the host application vouched
 * @param until when it ends by itself
 */
public record SignedIn(Staff staff, @Nullable SessionId session, Instant until) {}
