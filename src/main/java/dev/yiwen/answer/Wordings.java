package dev.yiwen.answer;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.knowledge.Addressee;
import dev.yiwen.knowledge.Addressees;
import dev.yiwen.knowledge.AnswerChannel;
import jakarta.inject.Singleton;

/** How what is said in a conversation is worded: by its channel, and by its customer. */
@Singleton
final class Wordings {
    private final Addressees addressees;

    Wordings(Addressees addressees) {
        this.addressees = addressees;
    }

    ArticleWording in(Conversation conversation) {
        return article -> addressees.worded(article, channel(conversation.channel()), conversation.customer());
    }

    ArticleWording of(Addressee addressee) {
        return article -> addressees.worded(article, addressee);
    }

    /** For a customer of whom nothing is known, in a chat. */
    ArticleWording forAnybody() {
        return of(Addressee.ANYBODY);
    }

    private static AnswerChannel channel(Channel channel) {
        return switch (channel) {
            case WEB, WECHAT, SOCIAL -> AnswerChannel.CHAT;
            case VOICE -> AnswerChannel.SPOKEN;
        };
    }
}
