package dev.yiwen.answer;

import dev.yiwen.answer.decision.Decided;
import dev.yiwen.answer.decision.Decision;
import dev.yiwen.answer.decision.DecisionQueue;
import dev.yiwen.answer.reading.ShownWords;
import dev.yiwen.answer.trace.StageTimings;
import dev.yiwen.answer.trace.Trace;
import dev.yiwen.answer.trace.Traces;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.incident.IncidentNotices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * One bot turn: decide, compose, append. What comes too late, because a human took over meanwhile or another instance
 * answered, is discarded by {@link Conversations}. A turn that fails altogether is taken up again by its sweep.
 */
@Singleton
final class BotTurn {
    private static final Logger LOG = Logger.getLogger(BotTurn.class);

    private final Conversations conversations;
    private final DecisionQueue decisions;
    private final Composer composer;
    private final Wordings wordings;
    private final IncidentNotices incidents;
    private final Traces traces;
    private final AnswerConfig config;
    // A turn that waits for longer than the sweep's patience is taken up again: it waits already.
    private final Set<Asked> underWay = ConcurrentHashMap.newKeySet();

    BotTurn(
            Conversations conversations,
            DecisionQueue decisions,
            Composer composer,
            Beside beside,
            Traces traces,
            AnswerConfig config) {
        this.conversations = conversations;
        this.decisions = decisions;
        this.composer = composer;
        this.wordings = beside.wordings();
        this.incidents = beside.incidents();
        this.traces = traces;
        this.config = config;
    }

    /** How the customer is spoken to, and what is said before the answer. */
    @Singleton
    record Beside(Wordings wordings, IncidentNotices incidents) {}

    void onCustomerMessage(@ObservesAsync CustomerMessageCommitted committed) {
        take(committed)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.errorf(
                                failure,
                                "Turn %d of conversation %s was not answered",
                                committed.message().seq(),
                                committed.conversation().id().value()));
    }

    Uni<Void> take(CustomerMessageCommitted committed) {
        if (!Owner.isBotAsked(committed.conversation().owner())) {
            return Uni.createFrom().voidItem();
        }
        var turn = new Turn(committed.conversation(), committed.message(), new StageTimings());
        if (!underWay.add(turn.asked())) {
            return Uni.createFrom().voidItem();
        }
        return decisions
                .on(turn.conversation.customer(), () -> read(turn))
                .chain(decided -> tellWhatStands(turn, decided).chain(() -> act(turn, decided)))
                .onFailure()
                .recoverWithUni(failure -> apologise(turn, failure))
                .onTermination()
                .invoke(() -> underWay.remove(turn.asked()));
    }

    private Uni<List<Message>> read(Turn turn) {
        turn.timings.end("wait");
        return conversations.upTo(turn.message, config.transcript()).invoke(transcript -> turn.timings.end("read"));
    }

    private record Asked(ConversationId conversation, long seq) {}

    private record Turn(Conversation conversation, Message message, StageTimings timings) {
        boolean showsFile() {
            return ShownWords.isMute(message) || message.body().shown().isPresent();
        }

        Asked asked() {
            return new Asked(conversation.id(), message.seq());
        }
    }

    /** What stands goes before the answer, and waits for nobody who is in danger. */
    private Uni<Void> tellWhatStands(Turn turn, Decided decided) {
        return decided.decision() instanceof Decision.HandOff(var reason) && reason.code() == HandoffReason.Code.URGENT
                ? Uni.createFrom().voidItem()
                : incidents.before(turn.conversation, turn.message, Answered.by(decided.decision()));
    }

    private Uni<Void> act(Turn turn, Decided decided) {
        turn.timings.add(Trace.timings(decided));
        if (turn.showsFile()) {
            return actOnFile(turn, decided);
        }
        return switch (decided.decision()) {
            case Decision.HandOff handOff -> handOff(turn, decided, handOff);
            case Decision.Answer answer ->
                composer.answer(answer, decided.question(), turn.message, wordings.in(turn.conversation))
                        .chain(body -> say(turn, decided, body));
            case Decision.Answers answers ->
                composer.answers(answers, wordings.in(turn.conversation)).chain(body -> say(turn, decided, body));
            case Decision.Clarify clarify -> say(turn, decided, Composition.of(composer.clarify(clarify)));
            case Decision.SmallTalk smallTalk -> say(turn, decided, Composition.of(composer.smallTalk(smallTalk)));
        };
    }

    /** Answers are curated ones: no model is told to go by what stands in a picture. */
    private Uni<Void> actOnFile(Turn turn, Decided decided) {
        return switch (decided.decision()) {
            case Decision.HandOff handOff -> handOff(turn, decided, handOff);
            case Decision.Answer answer ->
                composer.curated(answer, decided.question(), wordings.in(turn.conversation))
                        .chain(body -> say(turn, decided, composer.afterFile(body, turn.message)));
            case Decision.Answers answers ->
                composer.answers(answers, wordings.in(turn.conversation))
                        .chain(body -> say(turn, decided, composer.afterFile(body, turn.message)));
            case Decision.Clarify clarify ->
                say(turn, decided, composer.afterFile(Composition.of(composer.clarify(clarify)), turn.message));
            case Decision.SmallTalk smallTalk -> say(turn, decided, Composition.of(composer.smallTalk(smallTalk)));
        };
    }

    private Uni<Void> say(Turn turn, Decided decided, Composition composition) {
        turn.timings.end("compose");
        return append(turn, composition.body())
                .chain(message -> traces.store(
                        turn.message,
                        message.map(Message::seq),
                        Trace.of(decided, composition.drafting(), config, stored(turn))));
    }

    private Uni<Void> handOff(Turn turn, Decided decided, Decision.HandOff handOff) {
        turn.timings.end("compose");
        if (turn.conversation.owner() instanceof Owner.Queue) {
            return say(turn, decided, Composition.of(composer.waitingAlready()));
        }
        return conversations
                .requestHuman(turn.conversation.id(), turn.conversation.epoch(), handOff.reason())
                .chain(queued -> traces.store(
                        turn.message,
                        queued.map(Conversation::lastSeq),
                        Trace.of(decided, null, config, stored(turn))));
    }

    /** Says that something went wrong, and how to reach a human: silence would be worse. */
    private Uni<Void> apologise(Turn turn, Throwable failure) {
        LOG.warnf(failure, "Turn %d could not be decided", turn.message.seq());
        return append(turn, composer.trouble(failure))
                .chain(message -> traces.store(
                        turn.message,
                        message.map(Message::seq),
                        Trace.ofTrouble(turn.message.body().text(), failure, config, turn.timings.andTotal())));
    }

    private Uni<Optional<Message>> append(Turn turn, Body body) {
        return conversations.appendFromBot(turn.conversation.id(), turn.conversation.epoch(), turn.message.seq(), body);
    }

    private static Map<String, Double> stored(Turn turn) {
        turn.timings.end("store");
        return turn.timings.andTotal();
    }
}
