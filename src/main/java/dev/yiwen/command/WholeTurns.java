package dev.yiwen.command;

import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What customers would get who ask the queries of a set as first messages: the search, and the reading and triage before it.
 * Precision and coverage as in {@link AnswerFigures}.
 */
final class WholeTurns {

    private enum Outcome {
        RIGHT,
        WRONG,
        ASKED_BACK,
        HANDED_OVER
    }

    private final AnswerPreview preview;

    WholeTurns(AnswerPreview preview) {
        this.preview = preview;
    }

    Map<String, Object> of(List<EvaluationSet.Query> queries) {
        var outcomes = Asking.each("Deciding", queries, this::outcome);
        long right = outcomes.stream().filter(Outcome.RIGHT::equals).count();
        long answered = right + outcomes.stream().filter(Outcome.WRONG::equals).count();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("answered", answered);
        figures.put("right", right);
        figures.put("precision", share(right, answered));
        figures.put("coverage", share(answered, outcomes.size()));
        figures.put(
                "handedOver",
                outcomes.stream().filter(Outcome.HANDED_OVER::equals).count());
        return figures;
    }

    private Outcome outcome(EvaluationSet.Query query) {
        var asked = new Message(
                ConversationId.of(Ids.next()), 1L, new Author.Customer(), new Body.Text(query.text()), Instant.now());
        return switch (preview.reply(List.of(asked)).await().indefinitely()) {
            case AnswerPreview.HandsOff handsOff -> Outcome.HANDED_OVER;
            case AnswerPreview.Says(Body.Answer answer) -> isRight(query, answer) ? Outcome.RIGHT : Outcome.WRONG;
            case AnswerPreview.Says says -> Outcome.ASKED_BACK;
        };
    }

    /** Whether everything that was given is right. */
    private static boolean isRight(EvaluationSet.Query query, Body.Answer answer) {
        return !answer.sources().isEmpty()
                && answer.sources().stream().allMatch(it -> query.isBest(EvaluationKnowledge.document(it.article())));
    }

    private static double share(long count, long of) {
        return of == 0 ? 0 : Math.round(10_000.0 * count / of) / 10_000.0;
    }
}
