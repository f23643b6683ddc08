package dev.yiwen.assist.cause;

import dev.yiwen.assist.card.Card;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraph.Kind;
import dev.yiwen.knowledge.FaultGraph.Node;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What an agent sees of the narrowing down: the next question, the causes that are left and those that are not. */
final class CauseCards {
    static final String KEY = "cause";

    private CauseCards() {}

    /** None where there is nothing to narrow down. */
    static List<Card> of(CauseSearch.State state) {
        var narrowing = state.narrowing();
        if (!narrowing.isOpen()) {
            return List.of();
        }
        var details = new JsonObject().put("causes", causes(narrowing)).put("found", found(state));
        narrowing.next().ifPresent(it -> details.put("question", question(it)));
        var likely = narrowing.conclusion();
        likely.ifPresent(
                it -> details.put("likely", it.cause().key().name()).put("helps", helps(state.graph(), it.cause())));
        return List.of(new Card(
                KEY,
                Card.Kind.CAUSE,
                likely.map(it -> it.cause().title())
                        .or(() -> narrowing.next().map(CauseModel.Check::question))
                        .orElse(""),
                "",
                null,
                null,
                Audience.AGENT,
                narrowing.left().getFirst().probability(),
                details));
    }

    private static JsonArray causes(Narrowing narrowing) {
        var causes = new JsonArray();
        narrowing
                .causes()
                .forEach(it -> causes.add(new JsonObject()
                        .put("name", it.cause().key().name())
                        .put("title", it.cause().title())
                        .put("probability", Math.round(it.probability() * 100) / 100.0)
                        .put("ruledOut", it.ruledOut())));
        return causes;
    }

    /** What became clear: a complaint, or question and answer; either can be taken back. */
    private static JsonArray found(CauseSearch.State state) {
        var found = new JsonArray();
        for (var it : state.findings()) {
            var node = state.graph().of(Kind.SYMPTOM).stream()
                    .filter(one -> one.key().name().equals(it.symptom()))
                    .findFirst();
            if (it.symptom() == null || it.symptom().equals(FaultFinding.NONE) || node.isPresent()) {
                var json = new JsonObject().put("asked", it.asked());
                node.ifPresent(one -> json.put("title", one.title())
                        .put("isAnswer", !one.question().isEmpty()));
                if (FaultFinding.NONE.equals(it.symptom())) {
                    json.put("none", true);
                }
                found.add(it.byHand() ? json : json.put("seq", it.seq()));
            }
        }
        return found;
    }

    private static JsonObject question(CauseModel.Check check) {
        var answers = new JsonArray();
        check.answers()
                .forEach(it -> answers.add(
                        new JsonObject().put("symptom", it.key().name()).put("title", it.title())));
        return new JsonObject()
                .put("text", check.question())
                .put("answers", answers.add(new JsonObject().put("symptom", FaultFinding.NONE)));
    }

    private static JsonArray helps(FaultGraph graph, Node cause) {
        var helps = new JsonArray();
        graph.from(cause.key()).stream()
                .flatMap(it -> graph.node(it.to()).stream())
                .filter(it -> it.article() != null)
                .forEach(it -> helps.add(new JsonObject()
                        .put(
                                "article",
                                String.valueOf(
                                        it.article() == null ? "" : it.article().value()))
                        .put("title", it.title())
                        .put("procedure", it.key().kind() == Kind.PROCEDURE)));
        return helps;
    }
}
