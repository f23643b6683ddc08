package dev.yiwen.channel.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationHistory.Earlier;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.MessageView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its customer reads it later.
 *
 * @param messages oldest first
 * @param score how the customer rated it
 * @param rateable whether the customer may rate it still
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EarlierConversation(
        ConversationId id,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<MessageView> messages,
        @Nullable Integer score,
        boolean rateable) {
    EarlierConversation {
        messages = List.copyOf(messages);
    }

    static EarlierConversation of(Earlier it, @Nullable Integer score, boolean rateable) {
        var shown = it.messages().stream()
                .map(said -> MessageView.in(Channel.WEB, it.conversation().channel(), said))
                .toList();
        return new EarlierConversation(
                it.conversation().id(),
                it.conversation().openedAt(),
                it.conversation().closedAt(),
                shown,
                score,
                rateable && endedHere(shown));
    }

    /** A consultation is rated once, in the channel where it ended. */
    private static boolean endedHere(List<MessageView> shown) {
        return shown.reversed().stream()
                .filter(it -> it.author().kind() == AuthorView.Kind.customer)
                .findFirst()
                .map(it -> it.via() == null)
                .orElse(true);
    }
}
