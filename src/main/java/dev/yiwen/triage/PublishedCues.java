package dev.yiwen.triage;

import dev.yiwen.knowledge.HandoffCues;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells editors which of their phrasings would never reach the knowledge. */
@Singleton
final class PublishedCues implements HandoffCues {
    private final Triage triage;

    PublishedCues(Triage triage) {
        this.triage = triage;
    }

    @Override
    public Optional<String> in(String question) {
        return triage.handsOverFor(question).map(words -> words.isEmpty() ? question : String.join("、", words));
    }
}
