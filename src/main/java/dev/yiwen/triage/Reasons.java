package dev.yiwen.triage;

import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.HandoffReason.Evidence;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in words why a human is wanted: the customer's message, the words in it that tell, and what else was said before. */
final class Reasons {
    private static final int QUOTED = 60;

    private final Messages messages;

    Reasons(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param telling the words that led to it; empty where the whole message did
     * @param transcript for the messages that signs name
     */
    HandoffReason of(
            Code code,
            String key,
            List<Message> evidence,
            List<CueList.Hit> telling,
            List<Sign> signs,
            List<Message> transcript) {
        var words =
                new StringBuilder(messages.text("triage.reason." + key, Map.of("words", quote(evidence.getLast()))));
        if (!telling.isEmpty()) {
            words.append(messages.text("triage.because", Map.of("words", joined(telling))));
        }
        for (Sign.Kind kind : Sign.Kind.values()) {
            signs.stream()
                    .filter(it -> it.kind() == kind)
                    .reduce((first, last) -> last)
                    .ifPresent(it -> words.append(messages.text(
                            "triage.also." + kind.name(),
                            Map.of(
                                    "seq",
                                    String.valueOf(it.seq()),
                                    "words",
                                    it.words().replace('\n', ' ')))));
        }
        var quoted = new TreeMap<Long, Evidence>();
        transcript.stream()
                .filter(message -> signs.stream().anyMatch(it -> it.seq() == message.seq()))
                .forEach(it -> quoted.put(it.seq(), new Evidence(it.seq(), quote(it))));
        evidence.forEach(it -> quoted.put(it.seq(), new Evidence(it.seq(), quote(it))));
        return new HandoffReason(code, words.toString(), new ArrayList<>(quoted.values()));
    }

    private static String joined(List<CueList.Hit> hits) {
        return String.join(
                "、",
                hits.stream()
                        .map(it -> it.words().replace('\n', ' '))
                        .distinct()
                        .toList());
    }

    private static String quote(Message message) {
        String text = message.body().text().strip();
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
