package dev.yiwen.answer;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The bot's part without a conversation: what it would say next. Nothing is stored, nobody is called, no model is asked. */
@Singleton
public final class Rehearsal {

    /** What would come of the last message. */
    public sealed interface Reply {}

    /** The bot says something. */
    public record Says(Body body) implements Reply {}

    /** A human takes over. */
    public record HandsOff(HandoffReason reason) implements Reply {}

    private final Decider decider;
    private final Composer composer;
    private final AnswerConfig config;

    Rehearsal(Decider decider, Composer composer, AnswerConfig config) {
        this.decider = decider;
        this.composer = composer;
        this.config = config;
    }

    /** The reply to the last message of {@code transcript}, oldest first, of which as much is read as in a real turn. */
    public Uni<Reply> reply(List<Message> transcript) {
        int from = Math.max(0, transcript.size() - config.transcript());
        return decider.decide(transcript.subList(from, transcript.size())).chain(this::compose);
    }

    private Uni<Reply> compose(Decided decided) {
        return switch (decided.decision()) {
            case Decision.HandOff handOff -> Uni.createFrom().item(new HandsOff(handOff.reason()));
            case Decision.Answer answer -> composer.curated(answer).map(it -> new Says(it.body()));
            case Decision.Answers answers -> composer.answers(answers).map(it -> new Says(it.body()));
            case Decision.Clarify clarify -> Uni.createFrom().item(new Says(composer.clarify(clarify)));
            case Decision.SmallTalk smallTalk -> Uni.createFrom().item(new Says(composer.smallTalk(smallTalk)));
        };
    }
}
