package dev.yiwen.assist.watch;

import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.AgentMessageCommitted;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.CallLines;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.Participant;
import dev.yiwen.conversation.UtteranceCorrected;
import dev.yiwen.triage.Triage;
import dev.yiwen.triage.VoiceRise;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Looks at what agent and customer say to each other, beside them, never in their way. */
@Singleton
final class Watching {
    private static final int TRANSCRIPT = 60;
    private static final int STUCK = 3;
    private static final double ANGRY = 0.5;
    /** A talk that grew so much angrier with one sentence has turned. */
    private static final double RISE = 0.15;

    private final Conversations conversations;
    private final ReplyCheck check;
    private final WarningCards cards;
    private final Triage triage;
    private final Feelings feelings;
    private final CardWork work;

    Watching(
            Conversations conversations,
            ReplyCheck check,
            WarningCards cards,
            Triage triage,
            Feelings feelings,
            CardWork work) {
        this.work = work;
        this.conversations = conversations;
        this.check = check;
        this.cards = cards;
        this.triage = triage;
        this.feelings = feelings;
    }

    /** How customers sound, and how they felt before. */
    @Singleton
    record Feelings(CallLines lines, Moods moods) {
        Uni<Double> voice(Conversation conversation) {
            return conversation.channel() != Channel.VOICE
                    ? Uni.createFrom().item(0.0)
                    : lines.toneCourses(List.of(conversation.id()))
                            .map(found -> found.getOrDefault(conversation.id(), List.of()).stream()
                                    .filter(it -> it.speaker() == Participant.customer)
                                    .mapToDouble(VoiceRise::of)
                                    .findFirst()
                                    .orElse(0));
        }
    }

    void answered(@ObservesAsync AgentMessageCommitted event) {
        begin(event.conversation(), ofAgent(event.conversation(), event.message()));
    }

    /** What was warned of may never have been said. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        switch (event.message().author()) {
            case Author.Agent agent -> begin(event.conversation(), ofAgent(event.conversation(), event.message()));
            case Author.Customer customer -> {
                if (event.conversation().owner() instanceof Owner.Agent) {
                    begin(event.conversation(), ofCustomer(event.conversation(), event.message()));
                }
            }
            case Author.Bot bot -> {}
            case Author.System system -> {}
        }
    }

    void asked(@ObservesAsync CustomerMessageCommitted event) {
        if (event.conversation().owner() instanceof Owner.Agent) {
            begin(event.conversation(), ofCustomer(event.conversation(), event.message()));
        }
    }

    private Uni<Void> ofAgent(Conversation conversation, Message message) {
        return conversations
                .upTo(message, TRANSCRIPT)
                .map(all -> all.stream().filter(it -> it.seq() < message.seq()).toList())
                .chain(before -> cards.articles(conversation.id())
                        .chain(shown -> check.check(message.body().text(), before, shown)))
                .chain(warnings -> cards.show(
                        conversation.id(),
                        message.seq(),
                        warnings,
                        old -> WarningCards.seq(old) == message.seq() || WarningCards.is(old, Warning.Kind.SILENCE)));
    }

    private Uni<Void> ofCustomer(Conversation conversation, Message message) {
        return conversations
                .upTo(message, TRANSCRIPT)
                .chain(transcript -> feelings.voice(conversation).chain(voice -> signs(transcript, message, voice)))
                .chain(warnings -> cards.show(
                        message.conversation(),
                        message.seq(),
                        warnings,
                        old -> WarningCards.is(old, Warning.Kind.SILENCE)
                                || isOfCustomer(old) && WarningCards.seq(old) == message.seq()
                                || warnings.stream().anyMatch(it -> WarningCards.is(old, it.kind()))));
    }

    private static boolean isOfCustomer(JsonObject old) {
        return WarningCards.is(old, Warning.Kind.STUCK) || WarningCards.is(old, Warning.Kind.ANGER);
    }

    private Uni<List<Warning>> signs(List<Message> transcript, Message message, double voice) {
        double now = VoiceRise.angerOf(triage.read(transcript).anger(), voice);
        return feelings.moods()
                .note(message.conversation(), message.seq(), now, voice)
                .map(noted -> signs(transcript, now, noted.orElseGet(() -> angerBefore(transcript))));
    }

    private double angerBefore(List<Message> transcript) {
        return triage.read(transcript.subList(0, transcript.size() - 1)).anger();
    }

    private List<Warning> signs(List<Message> transcript, double now, double before) {
        var warnings = new ArrayList<Warning>();
        var said = transcript.getLast().body().text();
        if (triage.timesSaid(transcript) >= STUCK) {
            warnings.add(new Warning(Warning.Kind.STUCK, Severity.GRAVE, said, "", null));
        }
        if (now >= ANGRY && now - before >= RISE) {
            warnings.add(new Warning(Warning.Kind.ANGER, Severity.GRAVE, said, "", null));
        }
        return warnings;
    }

    private void begin(Conversation conversation, Uni<Void> look) {
        work.begin(conversation.id(), "look at what was said", look);
    }
}
