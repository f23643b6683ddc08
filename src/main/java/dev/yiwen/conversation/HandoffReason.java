package dev.yiwen.conversation;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Why a human is wanted.
 *
 * @param code what kind of reason
 * @param words the reason in a sentence, Chinese, for agents
 * @param evidence the customer's own words that led to it, with the {@code seq} of the message
 */
public record HandoffReason(Code code, String words, List<Evidence> evidence) {

    /** From the most to the least urgent; {@link #priority()} orders the queue, higher first. */
    public enum Code {
        URGENT(85),
        LEGAL_OR_COMPLAINT(80),
        STRONG_EMOTION(70),
        WISH_FOR_HUMAN(50),
        REPEATED_QUESTION(40),
        UNANSWERED(30),
        CALL(90);

        private final int priority;

        Code(int priority) {
            this.priority = priority;
        }

        public int priority() {
            return priority;
        }
    }

    public record Evidence(long seq, String words) {}

    /** With {@code mask} over all that customers said. */
    public HandoffReason masked(UnaryOperator<String> mask) {
        return new HandoffReason(
                code,
                mask.apply(words),
                evidence.stream()
                        .map(it -> new Evidence(it.seq(), mask.apply(it.words())))
                        .toList());
    }

    public HandoffReason {
        evidence = List.copyOf(evidence);
    }
}
