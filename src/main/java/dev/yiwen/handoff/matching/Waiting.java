package dev.yiwen.handoff.matching;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.plan.Wanted;
import dev.yiwen.identity.StaffId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that waits for somebody to be asked.
 *
 * @param epoch under which it waits
 * @param colleague to whom it was handed by another
 * @param passedBy who declined it or let an offer lapse
 * @param seconds for which it has waited
 * @param urgent whether somebody is in danger
 */
public record Waiting(
        ConversationId conversation,
        int epoch,
        Channel channel,
        Wanted wanted,
        @Nullable StaffId colleague,
        Set<StaffId> passedBy,
        long seconds,
        boolean urgent) {
    public Waiting {
        passedBy = Set.copyOf(passedBy);
    }
}
