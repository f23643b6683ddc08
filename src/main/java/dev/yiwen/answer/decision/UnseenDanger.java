package dev.yiwen.answer.decision;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.answer.reading.Reading;
import dev.yiwen.conversation.Message;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Hands over whoever is in danger and says so in words that no list has. */
@Singleton
final class UnseenDanger {
    // A word or two mean too little by themselves; a letter means too many things at once.
    private static final int SHORTEST = 4;
    private static final int LONGEST = 120;

    private final Retrieval retrieval;
    private final Triage triage;
    private final AnswerConfig config;
    private final DangerModel model;

    UnseenDanger(Retrieval retrieval, Triage triage, AnswerConfig config) {
        this.retrieval = retrieval;
        this.triage = triage;
        this.config = config;
        model = DangerModel.of(config.danger());
    }

    /**
     * What an article answers is no danger, nor what only puts right or chooses what was said before. Costs an embedding, which the
     * search has made already.
     */
    Uni<Optional<Decision>> in(List<Message> transcript, LookupResult found) {
        String text = transcript.getLast().body().text();
        boolean answered = found.confidence() >= config.answerAt();
        if (text.length() < SHORTEST || text.length() > LONGEST || answered || turnsBack(found)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return retrieval
                .meaning(text)
                .map(it -> model.isDanger(it)
                        ? Optional.of(new Decision.HandOff(triage.endangered(transcript)))
                        : Optional.empty());
    }

    private static boolean turnsBack(LookupResult found) {
        return switch (found.reading()) {
            case Reading.Correction it -> true;
            case Reading.Choice it -> true;
            case Reading.Refusal it -> true;
            case Reading.Plain it -> false;
            case Reading.FollowUp it -> false;
            case Reading.Several it -> false;
        };
    }
}
