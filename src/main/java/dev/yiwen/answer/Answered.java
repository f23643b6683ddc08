package dev.yiwen.answer;

import dev.yiwen.answer.decision.Decision;
import dev.yiwen.retrieval.Candidate;
import java.util.Set;
import java.util.stream.Collectors;

/** By which articles a decision answers. */
final class Answered {
    private Answered() {}

    /** Their slugs. */
    static Set<String> by(Decision decision) {
        return switch (decision) {
            case Decision.Answer answer -> Set.of(answer.top().slug());
            case Decision.Answers answers ->
                answers.tops().stream().map(Candidate::slug).collect(Collectors.toUnmodifiableSet());
            case Decision.Clarify clarify -> Set.of();
            case Decision.SmallTalk smallTalk -> Set.of();
            case Decision.HandOff handOff -> Set.of();
        };
    }
}
