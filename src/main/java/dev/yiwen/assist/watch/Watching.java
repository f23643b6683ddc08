package dev.yiwen.assist.watch;

import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.AgentMessageCommitted;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.UtteranceCorrected;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks at what agent and customer say to each other, beside them, never in their way. */
@Singleton
final class Watching {
    private static final Logger LOG = Logger.getLogger(Watching.class);
    private static final int TRANSCRIPT = 60;
    private static final int STUCK = 3;
    private static final double ANGRY = 0.5;
    /** A talk that grew so much angrier with one sentence has turned. */
    private static final double RISE = 0.15;

    private final Conversations conversations;
    private final ReplyCheck check;
    private final WarningCards cards;
    private final Triage triage;

    Watching(Conversations conversations, ReplyCheck check, WarningCards cards, Triage triage) {
        this.conversations = conversations;
        this.check = check;
        this.cards = cards;
        this.triage = triage;
    }

    void answered(@ObservesAsync AgentMessageCommitted event) {
        inBackground(ofAgent(event.conversation(), event.message()));
    }

    /** What was warned of may never have been said. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        if (event.message().author() instanceof Author.Agent) {
            inBackground(ofAgent(event.conversation(), event.message()));
        }
    }

    void asked(@ObservesAsync CustomerMessageCommitted event) {
        if (event.conversation().owner() instanceof Owner.Agent) {
            inBackground(ofCustomer(event.message()));
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

    private Uni<Void> ofCustomer(Message message) {
        return conversations
                .upTo(message, TRANSCRIPT)
                .map(this::signs)
                .chain(warnings -> cards.show(
                        message.conversation(),
                        message.seq(),
                        warnings,
                        old -> WarningCards.is(old, Warning.Kind.SILENCE)
                                || warnings.stream().anyMatch(it -> WarningCards.is(old, it.kind()))));
    }

    private List<Warning> signs(List<Message> transcript) {
        var warnings = new ArrayList<Warning>();
        var said = transcript.getLast().body().text();
        if (triage.timesSaid(transcript) >= STUCK) {
            warnings.add(new Warning(Warning.Kind.STUCK, Severity.GRAVE, said, "", null));
        }
        double now = triage.read(transcript).anger();
        double before =
                triage.read(transcript.subList(0, transcript.size() - 1)).anger();
        if (now >= ANGRY && now - before >= RISE) {
            warnings.add(new Warning(Warning.Kind.ANGER, Severity.GRAVE, said, "", null));
        }
        return warnings;
    }

    /** A conversation goes on without warnings when the search is overloaded or broken. */
    private static void inBackground(Uni<Void> work) {
        work.subscribe().with(done -> {}, failure -> LOG.warn("No look at what was said", failure));
    }
}
