package dev.yiwen.command.wechat.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer's session with one {@link KfLine}. */
final class KfSession {
    final KfLine line;
    final CustomerSide customer;
    KfState state = KfState.CLOSED;

    @Nullable String servicer;

    /** When a welcome code was last given, or a message came: within 48 hours there is no other. */
    @Nullable Instant greeted;

    /** How the customer last came in; null while they did not. */
    @Nullable String scene;

    String sceneParam = "";

    KfSession(KfLine line, CustomerSide customer) {
        this.line = line;
        this.customer = customer;
    }
}
