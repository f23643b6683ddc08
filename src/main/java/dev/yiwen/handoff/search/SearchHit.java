package dev.yiwen.handoff.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that a search found.
 *
 * @param agent who had it last
 * @param about what it was about, as its agent wrote or the packet says
 * @param ticket that was looked for by its number
 * @param seq the latest message with the words; null when only the name or the number has them
 * @param text that message, without personal data: who opens the conversation reads them
 * @param hit where the words stand in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchHit(
        ConversationId conversationId,
        Channel channel,
        @Nullable String customer,
        @Nullable String subject,
        @Nullable String agent,
        @Nullable String about,
        @Nullable Long ticket,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Long seq,
        @Nullable String text,
        @Nullable Span hit) {

    /** From a character to before another. */
    record Span(int from, int to) {}
}
