package dev.yiwen.triage;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.HandoffReason.Evidence;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads from a whole conversation whether a human must take over. No I/O. */
@Singleton
public final class Triage {
    // One insult, or displeasure that has gone on for some turns; read on real chats, see the evaluation.
    private static final double STRONG = 0.58;
    private static final int QUOTED = 60;

    private final Anger anger;
    private final Signs signs;
    private final Messages messages;

    Triage(Anger anger, Messages messages) {
        this.anger = anger;
        signs = new Signs(anger);
        this.messages = messages;
    }

    /** Reads {@code transcript}, oldest first, up to its last customer message. */
    public TriageReading read(List<Message> transcript) {
        List<Message> upToCustomer = upToLastCustomerMessage(transcript);
        if (upToCustomer.isEmpty()) {
            return new TriageReading(false, 0, Optional.empty(), List.of(), 0);
        }
        Message last = upToCustomer.getLast();
        var now = signs.of(last);
        var wish = now.wish();
        var complaints = now.complaints();
        double angerNow = angerIn(last.body().text());
        double angerOver = angerOver(upToCustomer);
        Optional<Message> repeated = Repetition.of(upToCustomer, signs);

        var signals = new ArrayList<String>();
        wish.forEach(it -> signals.add("human " + it.words()));
        complaints.forEach(it -> signals.add("complaint " + it.words()));
        if (angerOver > 0) {
            signals.add(String.format(Locale.ROOT, "anger %.2f now %.2f", angerOver, angerNow));
        }
        repeated.ifPresent(it -> signals.add("repeats " + it.seq()));

        Optional<HandoffReason> handoff;
        if (!complaints.isEmpty()) {
            handoff = reason(Code.LEGAL_OR_COMPLAINT, "legal-or-complaint", last);
        } else if (angerOver >= STRONG) {
            handoff = reason(Code.STRONG_EMOTION, angerNow >= STRONG ? "strong-emotion" : "rising-emotion", last);
        } else if (!wish.isEmpty()) {
            handoff = reason(Code.WISH_FOR_HUMAN, "wish-for-human", last);
        } else if (repeated.isPresent()) {
            handoff = reason(Code.REPEATED_QUESTION, "repeated-question", repeated.get(), last);
        } else {
            handoff = Optional.empty();
        }
        return new TriageReading(!wish.isEmpty(), angerOver, handoff, signals, misses(upToCustomer));
    }

    /** Anger of one message alone, 0 to 1. */
    public double angerIn(String text) {
        return anger.of(List.of(signs.of(text).felt()), List.of(true));
    }

    private double angerOver(List<Message> transcript) {
        return anger.of(
                transcript.stream()
                        .map(it -> it.author() instanceof Author.Customer
                                ? signs.of(it).felt()
                                : Anger.Felt.OF_ANOTHER)
                        .toList(),
                transcript.stream()
                        .map(it -> it.author() instanceof Author.Customer)
                        .toList());
    }

    /** The reason for two misses in a row; {@code missed} are the customer's messages, oldest first. */
    public HandoffReason unanswered(List<Message> transcript) {
        List<Message> asked = transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .toList();
        Message[] lastTwo =
                asked.subList(Math.max(0, asked.size() - 2), asked.size()).toArray(Message[]::new);
        return reason(Code.UNANSWERED, "unanswered", lastTwo).orElseThrow();
    }

    private Optional<HandoffReason> reason(Code code, String key, Message... evidence) {
        String quoted = quote(evidence[evidence.length - 1]);
        return Optional.of(new HandoffReason(
                code,
                messages.text("triage.reason." + key, Map.of("words", quoted)),
                List.of(evidence).stream()
                        .map(it -> new Evidence(it.seq(), quote(it)))
                        .toList()));
    }

    private static String quote(Message message) {
        String text = message.body().text().strip();
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private static int misses(List<Message> transcript) {
        int misses = 0;
        for (Message message : transcript.reversed()) {
            switch (message.body()) {
                case Body.Clarify clarify -> misses++;
                case Body.Answer answer -> {
                    return misses;
                }
                case Body.Notice notice -> {
                    return misses;
                }
                // Thanks or a greeting in between does not make a miss good.
                case Body.SmallTalk smallTalk -> {}
                case Body.Text text -> {}
            }
        }
        return misses;
    }

    private static List<Message> upToLastCustomerMessage(List<Message> transcript) {
        for (int i = transcript.size() - 1; i >= 0; i--) {
            if (transcript.get(i).author() instanceof Author.Customer) {
                return transcript.subList(0, i + 1);
            }
        }
        return List.of();
    }
}
