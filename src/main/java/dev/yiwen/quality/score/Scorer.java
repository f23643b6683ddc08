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
    private final Judge judge;

    Scorer(JudgedTalks talks, ScoreStore store, TalkSense sense) {
        this.talks = talks;
        this.store = store;
        this.judge = new Judge(sense);
    }

    /** Does nothing to one that is open, or gone. */
    Uni<Void> score(ConversationId id, Criteria.Version by) {
        return talks.of(id)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(found -> found.map(read -> store.store(read, by.version(), judge.of(by.criteria(), read.talk())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
