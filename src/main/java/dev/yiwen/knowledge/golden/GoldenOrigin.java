package dev.yiwen.knowledge.golden;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversation that a golden question comes from; gone with that conversation. */
@Entity
class GoldenOrigin {
    @Id
    public UUID questionId;

    public UUID conversationId;

    /** Of the bot's turn. */
    public @Nullable Long seq;

    GoldenOrigin at(UUID question, UUID conversation, @Nullable Long seq) {
        this.questionId = question;
        this.conversationId = conversation;
        this.seq = seq;
        return this;
    }
}
