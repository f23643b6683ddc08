package dev.yiwen.answer;

import dev.yiwen.conversation.Message;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.triage.Triage;
import dev.yiwen.triage.TriageReading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Triage, then retrieval, then the decision. */
@Singleton
final class Decider {
    private static final int CANDIDATES = 8;

    private final Triage triage;
    private final Chatter chatter;
    private final Retrieval retrieval;
    private final Offers offers;
    private final AnswerConfig config;

    Decider(Triage triage, Chatter chatter, Retrieval retrieval, Offers offers, AnswerConfig config) {
        this.triage = triage;
        this.chatter = chatter;
        this.retrieval = retrieval;
        this.offers = offers;
        this.config = config;
    }

    /** Decides on the last message of {@code transcript}, oldest first. */
    Uni<Decided> decide(List<Message> transcript) {
        long start = System.nanoTime();
        List<Message> meant = offers.meant(transcript);
        String question = meant.getLast().body().text();
        TriageReading reading = triage.read(meant);
        Optional<Decision> known = withoutLookingUp(reading, question);
        double triageMs = (System.nanoTime() - start) / 1e6;
        if (known.isPresent()) {
            return Uni.createFrom().item(new Decided(known.get(), reading, question, null, triageMs));
        }
        return retrieval
                .search(question, Set.of(Audience.CUSTOMER), CANDIDATES)
                .map(found -> new Decided(judge(meant, reading, found), reading, question, found, triageMs));
    }

    private Optional<Decision> withoutLookingUp(TriageReading reading, String question) {
        Optional<Decision> handOff = reading.handoff().map(Decision.HandOff::new);
        return handOff.or(() -> chatter.kindOf(question).map(Decision.SmallTalk::new));
    }

    /** What was found decides; a second miss in a row hands over rather than asking back again. */
    private Decision judge(List<Message> transcript, TriageReading reading, Retrieved found) {
        List<Candidate> candidates = found.candidates();
        if (!candidates.isEmpty() && found.confidence() >= config.answerAt()) {
            return new Decision.Answer(candidates.getFirst(), offers.related(candidates), found.confidence());
        }
        if (reading.misses() > 0) {
            return new Decision.HandOff(triage.unanswered(transcript));
        }
        boolean likely = !candidates.isEmpty() && found.confidence() >= config.clarifyAt();
        return new Decision.Clarify(likely, offers.likely(candidates, likely), found.confidence());
    }
}
