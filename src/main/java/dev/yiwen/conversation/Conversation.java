package dev.yiwen.conversation;

import dev.yiwen.identity.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One customer's contact through one channel, from first message to closing.
 *
 * @param epoch number of changes of owner; work done under an older epoch is discarded
 * @param lastSeq number of the last message, 0 when there is none
 * @param subject what names it beside the customer: for a call the calling number, else null
 */
public record Conversation(
        ConversationId id,
        CustomerId customer,
        Channel channel,
        Owner owner,
        int epoch,
        long lastSeq,
        @Nullable String subject,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** Whether a person of staff listens, or is about to: nobody else takes calls. */
    public boolean hasAgentListening() {
        return owner instanceof Owner.Agent || channel == Channel.VOICE;
    }
}
