package dev.yiwen.answer;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The questions that a customer can tap: which are offered, and which was chosen. */
@Singleton
final class Offers {
    // Titles that share more of their character pairs than this ask the same thing.
    private static final double SAME = 0.55;
    // Cosine below which a question is no help to offer after nothing was found.
    private static final double WORTH_OFFERING = 0.5;
    // How far below the answer's cosine a question is still of its subject.
    private static final double RELATED_WITHIN = 0.16;
    private static final Pattern ORDINAL =
            Pattern.compile("(?:第|选|选择|是|就是|就|问)*([1-9一二三四五两])(?:个|条|项|号|种)?(?:吧|啊|呢|的)?");
    private static final String NUMERALS = "一二三四五";

    private final Messages messages;
    private final AnswerConfig config;

    Offers(Messages messages, AnswerConfig config) {
        this.messages = messages;
        this.config = config;
    }

    /** The transcript, its last message replaced by the offered question that it chose by number. */
    List<Message> meant(List<Message> transcript) {
        Message last = transcript.getLast();
        Optional<String> chosen = lastOfBot(transcript) instanceof Body.Clarify clarify
                ? chosen(last.body().text(), clarify.options())
                : Optional.empty();
        if (chosen.isEmpty()) {
            return transcript;
        }
        var meant = new ArrayList<>(transcript.subList(0, transcript.size() - 1));
        meant.add(new Message(last.conversation(), last.seq(), last.author(), new Body.Text(chosen.get()), last.at()));
        return meant;
    }

    private static Optional<String> chosen(String text, List<String> options) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{P}\\s]+", "");
        var ordinal = ORDINAL.matcher(plain);
        if (!ordinal.matches()) {
            return Optional.empty();
        }
        int index = indexOf(ordinal.group(1));
        return index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }

    /** Distinct questions to offer; when nothing likely was found also the way to a human. */
    List<String> likely(List<Candidate> candidates, boolean likely) {
        if (likely) {
            return distinct(candidates, List.of(), config.options());
        }
        List<Candidate> near =
                candidates.stream().filter(it -> it.dense() >= WORTH_OFFERING).toList();
        var options = new ArrayList<>(distinct(near, List.of(), config.options() - 1));
        options.add(messages.text("answer.human"));
        return options;
    }

    /** Other questions of the same subject as the first candidate. */
    List<String> related(List<Candidate> candidates) {
        Candidate top = candidates.getFirst();
        List<Candidate> others = candidates.subList(1, candidates.size()).stream()
                .filter(it -> it.dense() >= top.dense() - RELATED_WITHIN)
                .toList();
        return distinct(others, List.of(top.title()), config.related());
    }

    private static List<String> distinct(List<Candidate> candidates, List<String> shown, int limit) {
        var taken = new ArrayList<>(shown);
        for (Candidate candidate : candidates) {
            if (taken.size() - shown.size() < limit
                    && taken.stream().noneMatch(it -> likeness(it, candidate.title()) > SAME)) {
                taken.add(candidate.title());
            }
        }
        return List.copyOf(taken.subList(shown.size(), taken.size()));
    }

    /** Dice coefficient of the character pairs. */
    private static double likeness(String a, String b) {
        Set<String> left = pairs(a);
        Set<String> right = pairs(b);
        if (left.isEmpty() || right.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        long shared = left.stream().filter(right::contains).count();
        return 2.0 * shared / (left.size() + right.size());
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static int indexOf(String numeral) {
        if (numeral.equals("两")) {
            return 1;
        }
        int index = NUMERALS.indexOf(numeral);
        return index >= 0 ? index : Integer.parseInt(numeral) - 1;
    }

    private static Body lastOfBot(List<Message> transcript) {
        for (Message message : transcript.reversed()) {
            if (message.author() instanceof Author.Bot) {
                return message.body();
            }
        }
        return transcript.getLast().body();
    }
}
