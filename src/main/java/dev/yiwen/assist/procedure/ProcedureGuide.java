package dev.yiwen.assist.procedure;

import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.AgentMessageCommitted;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.conversation.UtteranceCorrected;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Keeps the next step before the agent, and asks what it is about when that does not become clear. */
@Singleton
final class ProcedureGuide {
    private static final Logger LOG = Logger.getLogger(ProcedureGuide.class);
    private static final String STEP = "next step";
    private static final int TRANSCRIPT = 200;
    /** How long it may take until it is clear what a customer wants. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final ProcedureProgress progress;
    private final Suggestions suggestions;
    private final Messages messages;
    private final CardWork work;
    /** Conversations of which this instance looks again when the patience is over. */
    private final Set<ConversationId> waiting = ConcurrentHashMap.newKeySet();

    ProcedureGuide(
            Conversations conversations,
            ProcedureProgress progress,
            Suggestions suggestions,
            Messages messages,
            CardWork work) {
        this.work = work;
        this.conversations = conversations;
        this.progress = progress;
        this.suggestions = suggestions;
        this.messages = messages;
    }

    void said(@ObservesAsync CustomerMessageCommitted event) {
        if (event.conversation().hasAgentListening()) {
            begin(event.conversation(), customerSaid(event.conversation(), false));
        }
    }

    void answered(@ObservesAsync AgentMessageCommitted event) {
        var conversation = event.conversation();
        begin(
                conversation,
                transcript(conversation)
                        .chain(all -> progress.agentSaid(conversation.id(), all)
                                .chain(now -> show(conversation.id(), all, now))));
    }

    void corrected(@ObservesAsync UtteranceCorrected event) {
        var conversation = event.conversation();
        begin(
                conversation,
                transcript(conversation)
                        .chain(all -> progress.corrected(
                                        conversation.id(), all, event.message().seq())
                                .chain(now -> now.isPresent()
                                        ? show(conversation.id(), all, now)
                                        : suggestions.show(conversation.id(), last(all), Lane.STEP, List.of()))));
    }

    void taken(@ObservesAsync OwnerChanged event) {
        var conversation = event.after();
        if (conversation.owner() instanceof Owner.Agent && !(event.before().owner() instanceof Owner.Agent)) {
            begin(conversation, customerSaid(conversation, true));
        }
    }

    /** What was said while a procedure was being chosen is read once more: who said it found none to tick. */
    private Uni<Void> customerSaid(Conversation conversation, boolean lately) {
        return transcript(conversation)
                .chain(all -> progress.customerSaid(conversation.id(), all, lately))
                .chain(() -> transcript(conversation))
                .chain(all ->
                        progress.agentSaid(conversation.id(), all).chain(now -> show(conversation.id(), all, now)));
    }

    /** Fails with {@code FORBIDDEN} for anybody but the agent who has the conversation. */
    Uni<Void> tick(ConversationId id, int step, boolean done, Staff by) {
        return owned(id, by)
                .chain(conversation -> progress.tick(id, step, done, by.id())
                        .chain(() -> transcript(conversation))
                        .chain(all -> progress.of(id).chain(now -> show(id, all, now))));
    }

    /** The same. */
    Uni<Void> choose(ConversationId id, ArticleId procedure, Staff by) {
        return owned(id, by)
                .chain(this::transcript)
                .chain(all -> progress.choose(id, all, procedure, by.id())
                        .chain(() -> progress.of(id))
                        .chain(now -> show(id, all, now)));
    }

    private Uni<Conversation> owned(ConversationId id, Staff by) {
        return conversations.load(id).invoke(conversation -> {
            var owns = conversation.owner() instanceof Owner.Agent(var agent, var name) && agent.equals(by.id());
            if (!owns || !by.may(Right.ANSWER)) {
                throw new Problem(Problem.Kind.FORBIDDEN, "Only the agent who has this conversation ticks its steps.");
            }
        });
    }

    private Uni<List<Message>> transcript(Conversation conversation) {
        return conversations.messagesAfter(
                conversation.id(), Math.max(0, conversation.lastSeq() - TRANSCRIPT), TRANSCRIPT + 10);
    }

    private Uni<Void> show(
            ConversationId conversation, List<Message> transcript, Optional<ProcedureProgress.UnderWay> now) {
        if (now.isPresent()) {
            return progress.usual()
                    .map(usual -> List.of(StepCards.of(now.get(), usual)))
                    .chain(cards -> suggestions.show(conversation, last(transcript), Lane.STEP, cards));
        }
        var since = since(transcript);
        if (since.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var left = PATIENCE.minus(Duration.between(since.get(), Instant.now()));
        return left.isPositive() ? lookAgain(conversation, left) : ask(conversation, transcript);
    }

    private Uni<Void> ask(ConversationId conversation, List<Message> transcript) {
        return progress.usual()
                .chain(usual -> usual.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : suggestions.show(
                                conversation,
                                last(transcript),
                                Lane.STEP,
                                List.of(StepCards.question(messages.text("assist.which-procedure"), usual))));
    }

    /** What an instance forgets that ends meanwhile, the next message makes good. */
    private Uni<Void> lookAgain(ConversationId id, Duration left) {
        if (waiting.add(id)) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(left.plusMillis(1))
                    .invoke(() -> waiting.remove(id))
                    .chain(() -> conversations.load(id))
                    .chain(it -> it.hasAgentListening() && it.closedAt() == null
                            ? transcript(it).chain(all -> progress.of(id).chain(now -> show(id, all, now)))
                            : Uni.createFrom().voidItem())
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warn("Nobody was asked what it is about", failure));
        }
        return Uni.createFrom().voidItem();
    }

    /** Since when a human has listened to the customer: the first word of either after the bot's last; empty before it. */
    static Optional<Instant> since(List<Message> transcript) {
        Optional<Instant> since = Optional.empty();
        for (var message : transcript) {
            switch (message.author()) {
                case Author.Customer customer -> since = since.isPresent() ? since : Optional.of(message.at());
                case Author.Agent agent -> since = since.isPresent() ? since : Optional.of(message.at());
                case Author.Bot bot -> since = Optional.empty();
                case Author.System system -> {}
            }
        }
        return since;
    }

    private static long last(List<Message> transcript) {
        return transcript.isEmpty() ? 0 : transcript.getLast().seq();
    }

    private void begin(Conversation conversation, Uni<Void> steps) {
        work.begin(conversation.id(), STEP, steps);
    }
}
