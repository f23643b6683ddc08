package dev.yiwen.handoff.queue;

import dev.yiwen.handoff.plan.Mark;
import dev.yiwen.handoff.plan.Marked;
import dev.yiwen.shared.Messages;
import dev.yiwen.triage.Sign;
import dev.yiwen.triage.Triage;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from a customer's profile and words who is valued, and who needs care. */
@Singleton
public final class Marks {
    private final Messages messages;
    private final Triage triage;

    Marks(Messages messages, Triage triage) {
        this.messages = messages;
        this.triage = triage;
    }

    /**
     * The host application's word comes first, then staff's, then the customer's own.
     *
     * @param given tags of the host application
     * @param tags of staff
     * @param words what the customer said
     */
    public List<Marked> of(Collection<String> given, Collection<String> tags, String words) {
        return Arrays.stream(Mark.values())
                .flatMap(mark -> why(mark, given, tags, words).map(why -> new Marked(mark, why)).stream())
                .toList();
    }

    private Optional<String> why(Mark mark, Collection<String> given, Collection<String> tags, String words) {
        return tagged(mark, given, "handoff.mark.given")
                .or(() -> tagged(mark, tags, "handoff.mark.tagged"))
                .or(() -> mark == Mark.CARE ? said(words) : Optional.empty());
    }

    private Optional<String> tagged(Mark mark, Collection<String> tags, String key) {
        var telling = List.of(messages.text("handoff.mark.tags." + mark).split("\\|", -1));
        return tags.stream()
                .filter(tag -> telling.stream().anyMatch(tag::equalsIgnoreCase))
                .findFirst()
                .map(tag -> messages.text(key, Map.of("tag", tag)));
    }

    private Optional<String> said(String words) {
        return Stream.of(words)
                .filter(it -> !it.isBlank())
                .flatMap(it -> triage.wordsOf(Sign.Kind.VULNERABLE, it).stream())
                .findFirst()
                .map(it -> messages.text("handoff.mark.said", Map.of("words", it)));
    }
}
