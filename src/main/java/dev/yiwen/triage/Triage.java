package dev.yiwen.triage;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads from a whole conversation whether a human must take over. No I/O. */
@Singleton
public final class Triage {
    // One insult, or displeasure that has gone on for some turns; read on real chats, see the evaluation.
    private static final double STRONG = 0.58;
    private static final ConversationId NOBODYS = ConversationId.of(new UUID(0, 0));

    private final Anger anger;
    private final Signs signs;
    private final EditorWordList editors;
    private final Reasons reasons;

    Triage(Anger anger, EditorWordList editors, Messages messages) {
        this.anger = anger;
        signs = new Signs(anger);
        this.editors = editors;
        reasons = new Reasons(messages);
    }

    /** Texts are customers' words: of somebody who is erased none stays, and nobody knows which were theirs. */
    void forget(@Observes StartupEvent event, Signals signals) {
        signals.listen(CustomerData.ERASED_SIGNAL, id -> this.signs.forget(), this.signs::forget);
    }

    /** Reads {@code transcript}, oldest first, up to its last customer message. */
    public TriageReading read(List<Message> transcript) {
        List<Message> upToCustomer = upToLastCustomerMessage(transcript);
        if (upToCustomer.isEmpty()) {
            return TriageReading.NOTHING;
        }
        Message last = upToCustomer.getLast();
        var now = signs.of(last);
        var wish = meant(wish(now));
        var complaints = meant(now.complaints());
        double angerNow = angerIn(last.body().text());
        double angerOver = angerOver(upToCustomer);
        Optional<Message> repeated = Repetition.of(upToCustomer, signs);
        List<Sign> noticed = noticed(upToCustomer);

        var signals = new ArrayList<String>();
        wish.forEach(it -> signals.add("human " + it.words()));
        complaints.forEach(it -> signals.add("complaint " + it.words()));
        Stream.of(wish(now), now.complaints(), now.danger(), now.angry())
                .flatMap(List::stream)
                .filter(it -> !it.isMeant())
                .forEach(it -> signals.add("cue_" + it.sense().name().toLowerCase(Locale.ROOT) + " " + it.words()));
        if (angerOver > 0) {
            signals.add(String.format(Locale.ROOT, "anger %.2f now %.2f", angerOver, angerNow));
        }
        repeated.ifPresent(it -> signals.add("repeats " + it.seq()));
        noticed.forEach(it -> signals.add(it.kind().name().toLowerCase(Locale.ROOT) + " " + it.words()));

        var danger =
                now.of(Sign.Kind.URGENT).stream().filter(it -> it.weight() == 1).toList();
        var why = new Why(reasons, upToCustomer, noticed);
        Optional<HandoffReason> handoff;
        if (!danger.isEmpty()) {
            handoff = why.because(Code.URGENT, "urgent", danger, last);
        } else if (!complaints.isEmpty()) {
            handoff = why.because(Code.LEGAL_OR_COMPLAINT, "legal-or-complaint", complaints, last);
        } else if (angerOver >= STRONG) {
            handoff = why.because(
                    Code.STRONG_EMOTION,
                    angerNow >= STRONG ? "strong-emotion" : "rising-emotion",
                    meant(now.angry()),
                    last);
        } else if (!wish.isEmpty()) {
            handoff = why.because(Code.WISH_FOR_HUMAN, "wish-for-human", wish, last);
        } else if (repeated.isPresent()) {
            handoff = why.because(Code.REPEATED_QUESTION, "repeated-question", List.of(), repeated.get(), last);
        } else {
            handoff = unhelpedTwice(upToCustomer)
                    .flatMap(earlier ->
                            why.because(Code.UNANSWERED, "unhelped", now.of(Sign.Kind.UNHELPED), earlier, last));
        }
        var asked = handoff.isPresent() ? handoff : asked(now, why, last);
        return new TriageReading(
                !wish.isEmpty(),
                angerOver,
                asked,
                handoff.isEmpty() && asked.isPresent(),
                isMild(now),
                signals,
                noticed,
                misses(upToCustomer));
    }

    /** How often the customer has said what the transcript's last message says. */
    public int timesSaid(List<Message> transcript) {
        return Repetition.times(transcript, signs);
    }

    /** Why whoever only asks about a complaint, or a human, gets one when no answer is found. */
    private Optional<HandoffReason> asked(Signs.Of now, Why why, Message last) {
        var complaints =
                now.complaints().stream().filter(it -> it.sense().isAsked()).toList();
        if (!complaints.isEmpty()) {
            return why.because(Code.LEGAL_OR_COMPLAINT, "legal-or-complaint", complaints, last);
        }
        var wish = now.wish().stream().filter(it -> it.sense().isAsked()).toList();
        return wish.isEmpty() ? Optional.empty() : why.because(Code.WISH_FOR_HUMAN, "wish-for-human", wish, last);
    }

    private static boolean isMild(Signs.Of now) {
        return Stream.of(now.wish(), now.complaints(), now.danger(), now.angry())
                .flatMap(List::stream)
                .anyMatch(it -> it.sense().isMild());
    }

    private static List<CueList.Hit> meant(List<CueList.Hit> hits) {
        return hits.stream().filter(CueList.Hit::isMeant).toList();
    }

    /**
     * The words for which whoever writes this, before anything else, is handed over at once; of tone alone none. Empty when
     * they are not.
     */
    Optional<List<String>> handsOverFor(String text) {
        var alone = new Message(NOBODYS, 1, new Author.Customer(), new Body.Text(text), Instant.EPOCH);
        var now = signs.of(text);
        return read(List.of(alone))
                .atOnce()
                .map(why -> Stream.of(now.danger(), now.complaints(), now.angry(), wish(now))
                        .flatMap(List::stream)
                        .filter(CueList.Hit::isMeant)
                        .map(it -> it.words().replace('\n', ' '))
                        .distinct()
                        .toList());
    }

    /** Why whoever wrote that needs a human at once: danger, or a fraud that is under way; empty when they do not. */
    public Optional<HandoffReason> danger(Message message) {
        return read(List.of(message)).handoff().filter(it -> it.code() == Code.URGENT);
    }

    private record Why(Reasons reasons, List<Message> transcript, List<Sign> noticed) {
        Optional<HandoffReason> because(Code code, String key, List<CueList.Hit> telling, Message... evidence) {
            // What is the reason itself needs no second mention.
            var besides = noticed.stream()
                    .filter(it -> code != Code.URGENT || it.kind() != Sign.Kind.URGENT)
                    .filter(it -> code != Code.UNANSWERED || it.kind() != Sign.Kind.UNHELPED)
                    .toList();
            return Optional.of(reasons.of(code, key, List.of(evidence), telling, besides, transcript));
        }
    }

    /** The words in a message by which its writer asks for a human; empty when there are none. */
    public List<String> wishIn(String text) {
        return meant(wish(signs.of(text))).stream()
                .map(it -> it.words().replace('\n', ' '))
                .distinct()
                .toList();
    }

    /** The words in a text that tell such a thing of its writer; empty when there are none. */
    public List<String> wordsOf(Sign.Kind kind, String text) {
        return signs.wordsOf(kind, text).stream()
                .map(it -> it.words().replace('\n', ' '))
                .toList();
    }

    /** The editors' own words are compared afresh: they may have changed since the message was first read. */
    private List<CueList.Hit> wish(Signs.Of message) {
        return Stream.concat(message.wish().stream(), editors.wishes(message.wording()).stream())
                .toList();
    }

    private List<Sign> noticed(List<Message> transcript) {
        return transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .flatMap(message -> signs.of(message).others().entrySet().stream()
                        .map(it -> new Sign(
                                it.getKey(),
                                message.seq(),
                                it.getValue().getFirst().words())))
                .toList();
    }

    /** The earlier message that says of an answer that it did not help, when the last one says so again. */
    private Optional<Message> unhelpedTwice(List<Message> transcript) {
        var complaining = new ArrayList<Message>();
        boolean answered = false;
        for (Message message : transcript) {
            if (message.author() instanceof Author.Customer) {
                if (answered && !signs.of(message).of(Sign.Kind.UNHELPED).isEmpty()) {
                    complaining.add(message);
                }
            } else {
                answered |= message.body() instanceof Body.Answer;
            }
        }
        boolean now = complaining.size() > 1 && complaining.getLast().equals(transcript.getLast());
        return now ? Optional.of(complaining.get(complaining.size() - 2)) : Optional.empty();
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

    /** The reason for a second insult, however mild each is by itself. */
    public HandoffReason insulted(Message earlier, Message last) {
        var both = List.of(earlier, last);
        return reasons.of(Code.STRONG_EMOTION, "rising-emotion", both, List.of(), List.of(), both);
    }

    /** The reason when the meaning of the last message is danger, though none of its words is listed. */
    public HandoffReason endangered(List<Message> transcript) {
        List<Message> asked = transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .toList();
        return reasons.of(Code.URGENT, "urgent", List.of(asked.getLast()), List.of(), noticed(asked), asked);
    }

    /** The reason for two misses in a row; {@code missed} are the customer's messages, oldest first. */
    public HandoffReason unanswered(List<Message> transcript) {
        List<Message> asked = transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .toList();
        var lastTwo = asked.subList(Math.max(0, asked.size() - 2), asked.size());
        return reasons.of(Code.UNANSWERED, "unanswered", lastTwo, List.of(), noticed(asked), asked);
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
