package dev.yiwen.quality.score;

import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;

/** Reads a conversation, judges it, keeps what that comes to. */
@Singleton
final class Scorer {
    private final JudgedTalks talks;
    private final ScoreStore store;
    private final ModelQuestions questions;
    private final Judge judge;

    Scorer(JudgedTalks talks, ScoreStore store, ModelQuestions questions, TalkSense sense) {
        this.talks = talks;
        this.store = store;
        this.questions = questions;
        this.judge = new Judge(sense);
    }

    /** Does nothing to one that is open, or gone. */
    Uni<Void> score(ConversationId id, Criteria.Version by) {
        return talks.of(id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(found -> found.map(read -> score(read, by))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> score(JudgedTalks.Read read, Criteria.Version by) {
        return questions
                .answered(read.id(), read.talk(), judge.of(by.criteria(), read.talk()))
                .chain(findings -> store.store(read, by.version(), findings));
    }
}
