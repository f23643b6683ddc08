package dev.yiwen.answer;

import dev.yiwen.answer.decision.Decided;
import dev.yiwen.answer.decision.Decision;
import dev.yiwen.answer.decision.DecisionQueue;
import dev.yiwen.answer.decision.TrialDecisions;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides on what a customer might say as on what customers say, over the knowledge of a stage. */
@Singleton
final class TrialTurns implements KnowledgeTrial {
    private final TrialDecisions decisions;
    private final Composer composer;
    private final Wordings wordings;

    TrialTurns(TrialDecisions decisions, Composer composer, Wordings wordings) {
        this.wordings = wordings;
        this.decisions = decisions;
        this.composer = composer;
    }

    @Override
    public Uni<Trial> on(Stage stage) {
        Map<ArticleId, Article> laid =
                stage.laid().stream().collect(Collectors.toMap(Article::id, Function.identity()));
        return decisions.over(stage.day(), stage.laid(), stage.gone()).map(queue -> turns -> asked(queue, laid, turns));
    }

    private Uni<Outcome> asked(DecisionQueue queue, Map<ArticleId, Article> laid, List<String> turns) {
        if (turns.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "nothing is asked");
        }
        return next(queue, laid, new ArrayList<>(), turns, ConversationId.of(Ids.next()));
    }

    private Uni<Outcome> next(
            DecisionQueue queue,
            Map<ArticleId, Article> laid,
            List<Message> said,
            List<String> turns,
            ConversationId nowhere) {
        said.add(message(nowhere, said, new Author.Customer(), new Body.Text(turns.getFirst())));
        var decided = queue.on(List.copyOf(said))
                .onFailure(TrialTurns::isOverloaded)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .indefinitely();
        var rest = turns.subList(1, turns.size());
        return decided.chain(it -> rest.isEmpty() || it.decision() instanceof Decision.HandOff
                ? Uni.createFrom().item(outcome(it))
                : words(it, laid).chain(body -> {
                    said.add(message(nowhere, said, new Author.Bot(), body));
                    return next(queue, laid, said, rest, nowhere);
                }));
    }

    private static boolean isOverloaded(Throwable failure) {
        return failure instanceof Problem problem && problem.kind() == Problem.Kind.OVERLOADED;
    }

    private static Message message(ConversationId nowhere, List<Message> said, Author author, Body body) {
        return new Message(nowhere, said.size() + 1L, author, body, Instant.now());
    }

    private Uni<Body> words(Decided decided, Map<ArticleId, Article> laid) {
        return switch (decided.decision()) {
            case Decision.Answer answer -> {
                var draft = laid.get(answer.top().article());
                yield draft == null
                        ? composer.curated(answer, decided.question(), wordings.forAnybody())
                                .map(Composition::body)
                        : wordings.forAnybody().of(draft).map(it -> draft(it, answer));
            }
            case Decision.Answers answers ->
                composer.answers(answers, wordings.forAnybody()).map(Composition::body);
            case Decision.Clarify clarify -> Uni.createFrom().item(composer.clarify(clarify));
            case Decision.SmallTalk smallTalk -> Uni.createFrom().item(composer.smallTalk(smallTalk));
            case Decision.HandOff handOff ->
                Uni.createFrom()
                        .item(new Body.Notice("handoff", handOff.reason().words(), Map.of()));
        };
    }

    private static Body draft(Article article, Decision.Answer answer) {
        return new Body.Answer(
                article.answer(),
                List.of(new Source(article.slug(), article.question(), article.revision())),
                answer.confidence(),
                answer.related());
    }

    private static Outcome outcome(Decided decided) {
        var retrieved = decided.retrieved();
        return new Outcome(
                switch (decided.decision()) {
                    case Decision.Answer it -> Kind.ANSWER;
                    case Decision.Answers it -> Kind.ANSWER;
                    case Decision.Clarify it -> Kind.CLARIFY;
                    case Decision.SmallTalk it -> Kind.SMALLTALK;
                    case Decision.HandOff it -> Kind.HANDOFF;
                },
                switch (decided.decision()) {
                    case Decision.Answer it -> List.of(it.top().slug());
                    case Decision.Answers it ->
                        it.tops().stream().map(Candidate::slug).toList();
                    case Decision.Clarify it -> List.of();
                    case Decision.SmallTalk it -> List.of();
                    case Decision.HandOff it -> List.of();
                },
                retrieved == null ? 0 : retrieved.confidence(),
                retrieved == null
                        ? List.of()
                        : retrieved.candidates().stream()
                                .map(it -> new Found(it.article(), it.slug(), it.title(), it.revision(), it.score()))
                                .toList());
    }
}
