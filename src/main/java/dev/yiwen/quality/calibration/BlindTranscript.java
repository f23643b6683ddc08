package dev.yiwen.quality.calibration;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.privacy.Masked;
import dev.yiwen.quality.score.JudgedTalk;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was said, without personal data, and without the names of who served: people judge what was said, not somebody. */
@Singleton
final class BlindTranscript {
    private static final int LONGEST = 500;

    private final Conversations conversations;

    BlindTranscript(Conversations conversations) {
        this.conversations = conversations;
    }

    /** @param judged whether it is the word of whom the case is about */
    record Said(long seq, AuthorView.Kind author, boolean judged, String text, Instant at) {}

    Uni<List<Said>> of(UUID conversation, String who) {
        return conversations
                .messagesAfter(ConversationId.of(conversation), 0, LONGEST)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(messages -> messages.stream().map(it -> said(it, who)).toList());
    }

    private static Said said(Message message, String who) {
        var author = message.author();
        var text = nameless(message.body());
        return new Said(
                message.seq(),
                AuthorView.of(author).kind(),
                isOf(author, who),
                author instanceof Author.System ? text : Masked.text(text),
                message.at());
    }

    /** Notices say who took over. */
    private static String nameless(Body body) {
        var text = body.text();
        var name = body instanceof Body.Notice notice ? notice.facts().getOrDefault("agent", "") : "";
        return name.isBlank() ? text : text.replace(name, "…");
    }

    private static boolean isOf(Author author, String who) {
        return switch (author) {
            case Author.Bot bot -> who.equals(JudgedTalk.BOT);
            case Author.Agent agent ->
                agent.id() == null
                        ? who.equals(JudgedTalk.UNNAMED)
                        : who.equals(agent.id().value().toString());
            case Author.Customer customer -> false;
            case Author.System system -> false;
        };
    }
}
