package dev.yiwen.answer.reading;

import java.util.List;
import java.util.Optional;

/** How a message is read. */
public sealed interface Reading {

    /**
     * A question that can stand alone.
     *
     * @param otherwise how to read it when, alone, it is not understood
     * @param vague whether it is too short to say more than a subject
     */
    record Plain(String text, Optional<FollowUp> otherwise, boolean vague) implements Reading {}

    /**
     * A question that leans on an earlier one.
     *
     * @param texts what to look up, the likeliest first
     * @param given whether the answer that {@code of} got says something of what is asked now
     * @param pointing whether its words point back (那, 它, 还), rather than only lacking something
     * @param offered what the bot offered when it asked back, if it is the reply to that
     * @param now the message alone
     * @param situation whether it only says in which situation the earlier question is asked (要是丢了呢)
     */
    record FollowUp(
            List<String> texts,
            Topic of,
            Given given,
            boolean pointing,
            List<String> offered,
            String now,
            boolean situation)
            implements Reading {
        public FollowUp {
            texts = List.copyOf(texts);
            offered = List.copyOf(offered);
        }
    }

    /** What the answer that was given says of what is asked now. */
    enum Given {
        SAYS_IT,
        SAYS_NOTHING,
        UNKNOWN
    }

    /** Something else was meant; the article of {@code of} is not the answer. No texts: the customer does not say what. */
    record Correction(List<String> texts, Topic of) implements Reading {
        public Correction {
            texts = List.copyOf(texts);
        }
    }

    /** One of the offered questions. */
    record Choice(String option) implements Reading {}

    /**
     * None of the offered questions.
     *
     * @param offered those that are refused
     * @param all whether it says that of every one (都不是), rather than 不是这个
     */
    record Refusal(Topic of, List<String> offered, boolean all) implements Reading {}

    /**
     * More than one question, or what may be.
     *
     * @param whole the message as one
     * @param marked whether full stops or words like 另外 set them apart; else it may be one question after all
     */
    record Several(List<Clause> clauses, String whole, boolean marked) implements Reading {
        public Several {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * One question of several.
     *
     * @param withSubject the same with the first one's subject, for one that has its own; else empty
     */
    record Clause(String text, Optional<String> withSubject) {}

    /** The number of the customer's message that it leans on. */
    default Optional<Long> leansOn() {
        return switch (this) {
            case FollowUp followUp -> Optional.of(followUp.of().seq());
            case Correction correction -> Optional.of(correction.of().seq());
            case Refusal refusal -> Optional.of(refusal.of().seq());
            case Plain plain -> Optional.empty();
            case Choice choice -> Optional.empty();
            case Several several -> Optional.empty();
        };
    }

    default String name() {
        return switch (this) {
            case Plain plain -> "plain";
            case FollowUp followUp -> "follow-up";
            case Correction correction -> "correction";
            case Choice choice -> "choice";
            case Refusal refusal -> "refusal";
            case Several several -> "several";
        };
    }
}
