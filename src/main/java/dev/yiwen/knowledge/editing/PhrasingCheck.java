package dev.yiwen.knowledge.editing;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.HandoffCues;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Refuses to publish what no customer would ever be shown: a title or phrasing that gets whoever says it a human at once. */
@Singleton
final class PhrasingCheck {
    private final HandoffCues cues;
    private final Messages messages;

    PhrasingCheck(HandoffCues cues, Messages messages) {
        this.cues = cues;
        this.messages = messages;
    }

    /** Fails with PHRASING_HANDS_OVER, in words for the editor. */
    void check(Article draft, Locale language) {
        if (draft.audience() != Audience.CUSTOMER) {
            return;
        }
        Stream.concat(Stream.of(draft.question()), draft.phrasings().stream())
                .forEach(asked -> cues.in(asked).ifPresent(words -> {
                    var key = asked.equals(draft.question()) ? "title" : "phrasing";
                    throw new Problem(
                            Problem.Kind.PHRASING_HANDS_OVER,
                            messages.text(
                                    language, "knowledge.hands-over." + key, Map.of("asked", asked, "words", words)));
                }));
    }
}
