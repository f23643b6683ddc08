package dev.yiwen.triage;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the customer's last question asked before, and answered, in much the same words. */
final class Repetition {
    // Dice coefficient of character bigrams: paraphrases of one sentence reach it, two questions of one topic do not.
    private static final double ALIKE = 0.72;
    // Shorter ones (好的, 是的, 不行) are replies, not questions.
    private static final int QUESTION_LENGTH = 5;

    private static final Pattern POLITENESS = Pattern.compile("\\s|好的|谢谢|你好|您好|请问|麻烦|明白了|知道了|在吗|嗯|哦|好|呢|啊|吗|呀");

    private Repetition() {}

    /** The earlier message that {@code transcript}'s last one repeats. */
    static Optional<Message> of(List<Message> transcript, Signs signs) {
        Message last = transcript.getLast();
        String question = signs.of(last).wording();
        if (POLITENESS.matcher(question).replaceAll("").length() < QUESTION_LENGTH
                || wasOffered(question, transcript)) {
            return Optional.empty();
        }
        Set<String> bigrams = bigrams(question);
        for (int i = transcript.size() - 2; i >= 0; i--) {
            Message earlier = transcript.get(i);
            if (earlier.author() instanceof Author.Customer
                    && answeredAfter(i, transcript)
                    && alike(bigrams, bigrams(signs.of(earlier).wording()))) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    /** How often the customer has said what the last message says, in much the same words; 0 for what is a mere reply. */
    static int times(List<Message> transcript, Signs signs) {
        String last = signs.of(transcript.getLast()).wording();
        if (POLITENESS.matcher(last).replaceAll("").length() < QUESTION_LENGTH || wasOffered(last, transcript)) {
            return 0;
        }
        Set<String> bigrams = bigrams(last);
        return (int) transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .filter(it -> alike(bigrams, bigrams(signs.of(it).wording())))
                .count();
    }

    private static boolean answeredAfter(int index, List<Message> transcript) {
        for (int i = index + 1; i < transcript.size(); i++) {
            Message next = transcript.get(i);
            if (next.author() instanceof Author.Customer) {
                return false;
            }
            if (next.body() instanceof Body.Answer) {
                return true;
            }
        }
        return false;
    }

    /** A tap on an offered question says nothing of how good the last answer was. */
    private static boolean wasOffered(String question, List<Message> transcript) {
        return transcript.stream().map(Message::body).anyMatch(body -> switch (body) {
            case Body.Answer answer -> contains(answer.related(), question);
            case Body.Clarify clarify -> contains(clarify.options(), question);
            case Body.SmallTalk smallTalk -> contains(smallTalk.options(), question);
            case Body.Text text -> false;
            case Body.Notice notice -> false;
        });
    }

    private static boolean contains(List<String> offered, String question) {
        return offered.stream().anyMatch(it -> Wording.of(it).equals(question));
    }

    private static boolean alike(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        long shared = a.stream().filter(b::contains).count();
        return 2.0 * shared / (a.size() + b.size()) >= ALIKE;
    }

    private static Set<String> bigrams(String wording) {
        String text = POLITENESS.matcher(wording).replaceAll("");
        var bigrams = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            bigrams.add(text.substring(i, i + 2));
        }
        return bigrams;
    }
}
