package dev.yiwen.handoff.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that a search found.
 *
 * @param seq the latest message with the words; null when only the name or the number has them
 * @param text that message, without personal data: who opens the conversation reads them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchHit(
        ConversationId conversationId,
        Channel channel,
        @Nullable String customer,
        @Nullable String subject,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Long seq,
        @Nullable String text) {}
