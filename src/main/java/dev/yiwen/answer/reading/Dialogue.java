package dev.yiwen.answer.reading;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A transcript up to the message that is to be read, as its topics, what was offered last and what was refused. */
final class Dialogue {
    // A question that was asked back to is completed by the replies to it up to this length.
    private static final int LONGEST_PENDING = 60;

    private final TurnPatterns phrases;
    private final List<Topic> topics = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private @Nullable Body last;
    private boolean refusedLast;
    private boolean ofPicture;

    Dialogue(List<Message> before, TurnPatterns phrases) {
        this.phrases = phrases;
        @Nullable Message asked = null;
        for (Message message : before) {
            switch (message.author()) {
                case Author.Customer customer -> asked = message;
                case Author.Bot bot -> {
                    if (asked != null) {
                        said(asked, message.body());
                    }
                }
                // What people said to each other is no topic of the bot's.
                case Author.Agent agent -> forget();
                case Author.System system -> {}
            }
        }
    }

    private void said(Message asked, Body body) {
        String words = meant(Excerpts.head(ShownWords.asked(asked)));
        switch (body) {
            case Body.Answer answer -> {
                refused.clear();
                answer.sources()
                        .forEach(source -> topics.add(new Topic(
                                asked.seq(),
                                answer.sources().size() == 1 ? words : source.title(),
                                source.title(),
                                source.article(),
                                answer.text())));
                last = body;
            }
            case Body.Clarify clarify -> {
                ofPicture = ShownWords.in(asked).isPresent();
                topics.add(new Topic(asked.seq(), words, words, "", ""));
                last = body;
            }
            // Thanks in between change neither the topic nor what was offered.
            case Body.SmallTalk smallTalk -> {}
            case Body.Text text -> {}
            case Body.Notice notice -> {}
        }
    }

    /** An elliptic question with what it leaves out. */
    private String meant(String words) {
        if (topics.isEmpty()) {
            return words;
        }
        boolean refusedBefore = refusedLast;
        refusedLast = false;
        String plain = TurnPatterns.plain(words);
        Topic before = topics.getLast();
        if (askedBack() && (phrases.refuses(plain) || phrases.refusesOne(plain))) {
            refused.addAll(offered());
            refusedLast = true;
            return before.asked();
        }
        var parts = phrases.parts(plain);
        boolean half = parts.subject().isEmpty() || parts.asked().isEmpty();
        if (pending().isPresent()
                && half
                && !refusedBefore
                && before.asked().length() + words.length() < LONGEST_PENDING) {
            return before.asked() + "，" + words;
        }
        return phrases.slots()
                .replaced(before.asked(), plain)
                .or(() -> parts.subject().isEmpty() && !parts.asked().isEmpty()
                        ? Optional.of((phrases.parts(TurnPatterns.plain(before.asked()))
                                                .subject() + " " + phrases.bare(plain))
                                .strip())
                        : Optional.empty())
                .orElse(words);
    }

    /** The question that the bot has asked back to, with the replies so far. */
    Optional<Topic> pending() {
        return askedBack() ? lastTopic() : Optional.empty();
    }

    /** Whether the last thing that the customer said was that it is not what was offered. */
    boolean refusedLast() {
        return refusedLast;
    }

    /** Offered questions that the customer did not mean. */
    List<String> refused() {
        return refused;
    }

    /** Where the talk stands. */
    DialogueState state() {
        String asked = lastTopic().map(Topic::asked).orElse("");
        return new DialogueState(
                lastTopic().map(Topic::title).orElse(""),
                phrases.slots().in(TurnPatterns.plain(asked)),
                pending().map(Topic::asked).orElse(""),
                offered(),
                refused,
                last instanceof Body.Clarify clarify ? clarify.confidence() : 0);
    }

    private void forget() {
        topics.clear();
        refused.clear();
        last = null;
    }

    /** Oldest first. */
    List<Topic> topics() {
        return topics;
    }

    Optional<Topic> lastTopic() {
        return topics.isEmpty() ? Optional.empty() : Optional.of(topics.getLast());
    }

    /** The topic whose words are most in {@code text}, by pairs of characters; without any, the one before the last. */
    Topic closest(String text) {
        Topic best = topics.get(Math.max(0, topics.size() - 2));
        long most = 0;
        for (Topic topic : topics) {
            long shared = shared(TurnPatterns.words(text), TurnPatterns.plain(topic.asked() + topic.title()));
            if (shared > 0 && shared >= most) {
                best = topic;
                most = shared;
            }
        }
        return best;
    }

    private static long shared(String words, String text) {
        return IntStream.range(0, Math.max(0, words.length() - 1))
                .mapToObj(it -> words.substring(it, it + 2))
                .distinct()
                .filter(text::contains)
                .count();
    }

    /** Whether the bot has asked back to a picture: then there is something to say yes to. */
    boolean askedOfPicture() {
        return ofPicture && askedBack();
    }

    boolean askedBack() {
        return last instanceof Body.Clarify;
    }

    /** The questions that were offered last, with a question back or below an answer. */
    List<String> offered() {
        return switch (last) {
            case Body.Answer answer -> answer.related();
            case Body.Clarify clarify -> clarify.options();
            case null, default -> List.of();
        };
    }
}
