package dev.yiwen.answer;

import dev.yiwen.answer.decision.Decided;
import dev.yiwen.answer.decision.Decision;
import dev.yiwen.answer.decision.DecisionQueue;
import dev.yiwen.answer.trace.StageTimings;
import dev.yiwen.answer.trace.Trace;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The bot's part without a conversation: what it would say next. Nothing is stored, nobody is called, no model is asked. */
@Singleton
public final class AnswerPreview {

    /** What would come of the last message. */
    public sealed interface Reply {}

    /** The bot says something. */
    public record Says(Body body) implements Reply {}

    /** A human takes over. */
    public record HandsOff(HandoffReason reason) implements Reply {}

    private final Conversations conversations;
    private final DecisionQueue decisions;
    private final Composer composer;
    private final Wordings wordings;
    private final AnswerConfig config;

    AnswerPreview(
            Conversations conversations,
            DecisionQueue decisions,
            Composer composer,
            Wordings wordings,
            AnswerConfig config) {
        this.wordings = wordings;
        this.conversations = conversations;
        this.decisions = decisions;
        this.composer = composer;
        this.config = config;
    }

    /** The reply to the last message of {@code transcript}, oldest first, of which as much is read as in a real turn. */
    public Uni<Reply> reply(List<Message> transcript) {
        int from = Math.max(0, transcript.size() - config.transcript());
        return decisions
                .on(transcript.subList(from, transcript.size()))
                .chain(it -> compose(it, wordings.forAnybody()));
    }

    /** What would come of a question, and how sure it is: 0 to 1, 0 where nothing was looked up. */
    record Asked(Reply reply, double confidence) {}

    Uni<Asked> ask(List<Message> transcript, ArticleWording wording) {
        return decisions
                .on(transcript)
                .chain(decided -> compose(decided, wording)
                        .map(reply -> new Asked(
                                reply,
                                decided.retrieved() == null
                                        ? 0
                                        : decided.retrieved().confidence())));
    }

    /** What would come of it, and why. */
    public record Seen(Trace trace, Body said) {}

    /** The turn that answered {@code asked}, once more, after the same words. */
    public Uni<Seen> again(Message asked) {
        var timings = new StageTimings();
        return decisions
                .on(new Object(), () -> conversations.upTo(asked, config.transcript()))
                .invoke(decided -> timings.add(Trace.timings(decided)))
                .chain(decided -> conversations
                        .load(asked.conversation())
                        .chain(it -> compose(decided, wordings.in(it)))
                        .map(reply -> seen(decided, reply, timings)));
    }

    private Seen seen(Decided decided, Reply reply, StageTimings timings) {
        timings.end("compose");
        return new Seen(
                Trace.of(decided, null, config, timings.andTotal()),
                switch (reply) {
                    case Says says -> says.body();
                    case HandsOff handsOff ->
                        new Body.Notice("handoff", handsOff.reason().words(), Map.of());
                });
    }

    private Uni<Reply> compose(Decided decided, ArticleWording wording) {
        return switch (decided.decision()) {
            case Decision.HandOff handOff -> Uni.createFrom().item(new HandsOff(handOff.reason()));
            case Decision.Answer answer ->
                composer.curated(answer, decided.question(), wording).map(it -> new Says(it.body()));
            case Decision.Answers answers -> composer.answers(answers, wording).map(it -> new Says(it.body()));
            case Decision.Clarify clarify -> Uni.createFrom().item(new Says(composer.clarify(clarify)));
            case Decision.SmallTalk smallTalk -> Uni.createFrom().item(new Says(composer.smallTalk(smallTalk)));
        };
    }
}
