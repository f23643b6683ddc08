package dev.yiwen.answer;

import dev.yiwen.answer.decision.Decided;
import dev.yiwen.answer.decision.Decision;
import dev.yiwen.answer.decision.DecisionQueue;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets editors see what the bot would do with a customer's first message, without a conversation. */
@Path("/api/v1/answers/rehearsal")
@RolesAllowed(Right.Names.EDIT)
final class AnswerPreviewResource {
    /** As long as a customer's message may be. */
    private static final int LONGEST = 2000;

    record Question(@Nullable String text) {}

    /**
     * @param decision answer, clarify, smalltalk or handoff
     * @param article of an answer: what it is made of
     * @param reason of a hand-off: why, in words
     * @param options of a question back: what it offers
     * @param confidence probability that the first article found answers; 0 when nothing was looked up
     * @param answerAt the bot answers from this confidence on
     */
    record Rehearsed(
            String decision,
            @Nullable ArticleId article,
            @Nullable String reason,
            List<String> options,
            double confidence,
            double answerAt) {}

    private final DecisionQueue decisions;
    private final AnswerConfig config;

    AnswerPreviewResource(DecisionQueue decisions, AnswerConfig config) {
        this.decisions = decisions;
        this.config = config;
    }

    @POST
    public Uni<Rehearsed> rehearse(@Nullable Question question) {
        if (question == null || question.text() == null || question.text().isBlank()) {
            throw new Problem(Problem.Kind.INVALID, "text is missing");
        }
        if (question.text().length() > LONGEST) {
            throw new Problem(Problem.Kind.TOO_LARGE, "text is longer than " + LONGEST + " characters");
        }
        return decisions.on(List.of(asked(question.text().strip()))).map(this::told);
    }

    private static Message asked(String text) {
        var nowhere = ConversationId.of(Ids.next());
        return new Message(nowhere, 1, new Author.Customer(), new Body.Text(text), Instant.now());
    }

    private Rehearsed told(Decided decided) {
        var decision = decided.decision();
        var found = decided.retrieved();
        return new Rehearsed(
                decision.name(),
                article(decision),
                decision instanceof Decision.HandOff handOff ? handOff.reason().words() : null,
                decision instanceof Decision.Clarify clarify ? clarify.options() : List.of(),
                found == null ? 0 : found.confidence(),
                config.answerAt());
    }

    private static @Nullable ArticleId article(Decision decision) {
        return switch (decision) {
            case Decision.Answer answer -> answer.top().article();
            case Decision.Answers answers -> answers.tops().getFirst().article();
            case Decision.Clarify clarify -> null;
            case Decision.SmallTalk smallTalk -> null;
            case Decision.HandOff handOff -> null;
        };
    }
}
