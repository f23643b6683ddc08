package dev.yiwen.quality.score;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.llm.LanguageModel;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Reply;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Asks the chat model what criteria ask of it, when there is one; what it cannot prove stays unjudged. */
@Singleton
final class ModelQuestions {
    private static final String RULES = ResourceLines.text("prompts/score-question.md");
    private static final int LONGEST = 8_000;

    private final LanguageModel model;

    ModelQuestions(LanguageModel model) {
        this.model = model;
    }

    /** The same findings, with questions answered. */
    Uni<List<CriterionFinding>> answered(ConversationId id, JudgedTalk talk, List<CriterionFinding> findings) {
        if (!model.configured()
                || findings.stream().noneMatch(it -> it.criterion().rule() instanceof Criterion.Question)) {
            return Uni.createFrom().item(findings);
        }
        return Multi.createFrom()
                .iterable(findings)
                .onItem()
                .transformToUniAndConcatenate(it -> it.criterion().rule() instanceof Criterion.Question question
                        ? ask(id, talk, it, question)
                        : Uni.createFrom().item(it))
                .collect()
                .asList();
    }

    private Uni<CriterionFinding> ask(
            ConversationId id, JudgedTalk talk, CriterionFinding asked, Criterion.Question question) {
        var lines = new StringBuilder();
        var tokens = Redaction.of("");
        var own = new ArrayList<QuotedVerdict.Shown>();
        for (var turn : talk.turns()) {
            if (turn.side() == JudgedTalk.Side.SYSTEM || lines.length() > LONGEST) {
                continue;
            }
            var text = turn.text().replace('\n', ' ');
            tokens = tokens.with(List.of(), text);
            lines.append(turn.seq());
            lines.append(' ').append(name(turn, asked.who())).append("：");
            lines.append(text).append('\n');
            if (turn.serves() && turn.who().equals(asked.who())) {
                own.add(new QuotedVerdict.Shown(turn.seq(), tokens.text()));
            }
        }
        var rules = RULES.replace("{question}", question.question()).replace("{who}", "客服甲");
        var reply = new StringBuilder();
        return model.write(new Prompt(id.value(), rules, tokens.with(List.of(), lines.toString())), reply::append)
                .map(outcome -> switch (outcome) {
                    case Reply.Whole whole -> QuotedVerdict.of(asked, reply.toString(), own);
                    case Reply.Broken broken -> asked;
                });
    }

    private static String name(JudgedTalk.Turn turn, String judged) {
        return turn.isCustomers() ? "客户" : turn.who().equals(judged) ? "客服甲" : "客服乙";
    }
}
