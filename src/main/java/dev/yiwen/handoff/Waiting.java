package dev.yiwen.handoff;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import java.util.Set;

/**
 * A conversation that waits for somebody to be asked.
 *
 * @param epoch under which it waits
 * @param passedBy who declined it or let an offer lapse
 */
record Waiting(ConversationId conversation, int epoch, Channel channel, Set<StaffId> passedBy) {
    Waiting {
        passedBy = Set.copyOf(passedBy);
    }
}
