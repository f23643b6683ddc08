package dev.yiwen.quality.score;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.quality.score.CriterionFinding.Outcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What a criterion would find if it were another; nothing is kept. */
@Singleton
public final class CriterionTrial {
    private final JudgedTalks talks;
    private final Judge judge;

    CriterionTrial(JudgedTalks talks, TalkSense sense) {
        this.talks = talks;
        this.judge = new Judge(sense);
    }

    /** Of each variant, about {@code who}; not judged where it says nothing, or the conversation is open or gone. */
    public Uni<List<Outcome>> of(UUID conversation, String who, List<Criterion> variants) {
        return talks.of(ConversationId.of(conversation))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> variants.stream()
                        .map(it ->
                                found.map(read -> outcome(it, read.talk(), who)).orElse(Outcome.NOT_JUDGED))
                        .toList());
    }

    private Outcome outcome(Criterion variant, JudgedTalk talk, String who) {
        return judge.of(List.of(variant), talk).stream()
                .filter(it -> it.who().equals(who))
                .map(CriterionFinding::outcome)
                .findFirst()
                .orElse(Outcome.NOT_JUDGED);
    }
}
