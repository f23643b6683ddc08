package dev.yiwen.handoff.plan;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.HandoffReason;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What rules look at.
 *
 * @param words what the customer has said so far
 * @param marks what is known of the customer beside
 * @param tags of the customer, by the host application or by staff
 * @param topics of the articles that the bot answered from of late
 */
public record Situation(
        HandoffReason.Code reason,
        Channel channel,
        int tier,
        String words,
        List<Marked> marks,
        Set<String> tags,
        Set<String> topics) {
    public static final String CHINESE = "zh";
    public static final String ENGLISH = "en";
    /** A name or a plan's letters are not yet a language. */
    private static final int WORDS_OF_A_SENTENCE = 3;

    public Situation {
        marks = List.copyOf(marks);
        tags = Set.copyOf(tags);
        topics = Set.copyOf(topics);
    }

    /** English when the customer has written sentences of it and no Chinese. */
    public String language() {
        boolean han = words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return !han && words.split("[^A-Za-z']+").length >= WORDS_OF_A_SENTENCE ? ENGLISH : CHINESE;
    }

    boolean is(Mark wanted) {
        return marks.stream().anyMatch(it -> it.mark() == wanted);
    }

    boolean isTagged(String wanted) {
        return tags.stream().anyMatch(wanted::equalsIgnoreCase);
    }

    boolean says(String wanted) {
        return words.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
