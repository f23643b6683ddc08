package dev.yiwen.answer.reading;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A transcript up to the message that is to be read, as its topics and its last offer. */
final class Dialogue {
    private final List<Topic> topics = new ArrayList<>();
    private @Nullable Body last;

    Dialogue(List<Message> before) {
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
        String words = Excerpts.head(asked.body().text());
        switch (body) {
            case Body.Answer answer -> {
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
                topics.add(new Topic(asked.seq(), words, words, "", ""));
                last = body;
            }
            // Thanks in between change neither the topic nor what was offered.
            case Body.SmallTalk smallTalk -> {}
            case Body.Text text -> {}
            case Body.Notice notice -> {}
        }
    }

    private void forget() {
        topics.clear();
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
