package dev.yiwen.channel.web;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.quality.Feedback;
import dev.yiwen.quality.Satisfaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** What customers say of the answers they got and of the service as a whole. */
@Singleton
final class Verdicts {
    private final Feedback feedback;
    private final Satisfaction satisfaction;

    Verdicts(Feedback feedback, Satisfaction satisfaction) {
        this.feedback = feedback;
        this.satisfaction = satisfaction;
    }

    Uni<Void> of(ConversationId conversation, ChatFrame.Feedback word) {
        return word.helpful() == null
                ? feedback.takeBack(conversation, word.seq())
                : feedback.rate(conversation, word.seq(), word.helpful());
    }

    Uni<Void> of(ConversationId conversation, ChatFrame.Rate rating) {
        return satisfaction.rate(conversation, rating.score(), rating.comment());
    }
}
