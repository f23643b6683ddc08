package dev.yiwen.quality.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One customer's word on one conversation.
 *
 * @param customer null for a visitor
 * @param agent who had it last; null when nobody but the bot did
 * @param comment without personal data: ratings are read and exported by people who need not know them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rating(
        ConversationId conversationId,
        @Nullable String customer,
        @Nullable Person agent,
        int score,
        @Nullable String comment,
        Instant at) {

    record Person(StaffId id, String name) {}
}
