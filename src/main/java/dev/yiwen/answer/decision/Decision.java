package dev.yiwen.answer.decision;

import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.reading.SlotConflict;
import dev.yiwen.retrieval.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one bot turn decides. */
public sealed interface Decision {

    /** The top article answers the question; {@code related} are other questions the customer may have. */
    record Answer(Candidate top, List<String> related, double confidence) implements Decision {}

    /**
     * One message, several questions: each has its article. {@code open} are the customer's words for one that has none, null
     * when all have.
     */
    record Answers(List<Candidate> tops, @Nullable String open, List<String> related, double confidence)
            implements Decision {
        public Answers {
            tops = List.copyOf(tops);
        }
    }

    /**
     * Asks back, offering likely questions.
     *
     * @param likely whether the right article is probably among them; else the bot says that it found nothing
     * @param missing what was asked for and is not there, where the options are of something else; null when nothing is
     */
    record Clarify(
            boolean likely,
            List<String> options,
            double confidence,
            @Nullable SlotConflict missing) implements Decision {
        public Clarify(boolean likely, List<String> options, double confidence) {
            this(likely, options, confidence, null);
        }
    }

    /**
     * A greeting, thanks, goodbye …
     *
     * @param kind names the text in the message bundle
     * @param because the words that tell
     */
    record SmallTalk(String kind, String because) implements Decision {}

    /** A human takes over. */
    record HandOff(HandoffReason reason) implements Decision {}

    default String name() {
        return switch (this) {
            case Answer answer -> "answer";
            case Answers answers -> "answer";
            case Clarify clarify -> "clarify";
            case SmallTalk smallTalk -> "smalltalk";
            case HandOff handOff -> "handoff";
        };
    }
}
