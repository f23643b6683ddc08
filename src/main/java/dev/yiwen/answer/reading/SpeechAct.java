package dev.yiwen.answer.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a message does that asks nothing of the knowledge; {@code answer/acts.txt} holds the words of each. */
public enum SpeechAct {
    IDENTITY,
    ABILITY,
    INSULT,
    /** What was asked is wanted no longer. */
    NEVER_MIND,
    SOLVED,
    GOODBYE,
    THANKS,
    PRAISE,
    JOKE,
    /** A subject of nobody's trade, and of the knowledge only by accident: 今天天气怎么样. */
    OUT_OF_SCOPE,
    /** The matter of a company that the knowledge may yet know of. */
    OTHER_COMPANY,
    GREETING,
    ACKNOWLEDGE,
    /** Signs without a word: ？？. */
    WORDLESS,
    /** Faces of anger alone. */
    ANGRY_FACE,
    /** A number alone, which may be anything. */
    NUMBER,
    /** The number of an identity or bank card, or a password, which nobody asked for. */
    PRIVATE_NUMBER;

    /** As in the names of texts and in {@code answer/acts.txt}: {@code never-mind}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SpeechAct> named(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }

    /** Whether what the bot waited for is settled, well or not. */
    public boolean settles() {
        return this == NEVER_MIND || this == SOLVED;
    }

    public boolean insults() {
        return this == INSULT || this == ANGRY_FACE;
    }

    /** Whether the knowledge is asked first, which may have something of it all the same. */
    public boolean asksKnowledgeFirst() {
        return this == OUT_OF_SCOPE || this == OTHER_COMPANY;
    }
}
