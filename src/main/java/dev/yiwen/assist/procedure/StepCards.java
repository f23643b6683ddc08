package dev.yiwen.assist.procedure;

import dev.yiwen.assist.card.Card;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.Procedure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an agent sees of a procedure. */
final class StepCards {
    /** What the question is known by, in each conversation. */
    static final String QUESTION = "procedure:which";

    private StepCards() {}

    /**
     * All steps, those that are done ticked, and which is next.
     *
     * @param usual what it may be instead
     */
    static Card of(ProcedureProgress.UnderWay underWay, List<KnownProcedure> usual) {
        var procedure = underWay.procedure();
        var ticks = underWay.ticks().stream().collect(Collectors.toMap(StepTick::step, Function.identity()));
        var steps = new JsonArray();
        for (var n = 1; n <= procedure.steps().size(); n++) {
            steps.add(step(n, procedure.steps().get(n - 1), ticks.get(n)));
        }
        var next = IntStream.rangeClosed(1, procedure.steps().size())
                .filter(n -> ticks.get(n) == null || !ticks.get(n).done())
                .findFirst();
        var details = new JsonObject()
                .put("procedure", procedure.title())
                .put("article", procedure.article().value().toString())
                .put("steps", steps)
                .put("categories", categories(usual));
        next.ifPresent(n -> details.put("next", n));
        return new Card(
                "procedure:" + procedure.article().value(),
                Card.Kind.STEP,
                procedure.title(),
                next.isPresent() ? procedure.steps().get(next.getAsInt() - 1).text() : "",
                procedure.source(),
                procedure.article(),
                Audience.AGENT,
                underWay.confidence(),
                details);
    }

    /** What the customer may want, to tap. */
    static Card question(String title, List<KnownProcedure> usual) {
        return new Card(
                QUESTION,
                Card.Kind.STEP,
                title,
                "",
                null,
                null,
                Audience.AGENT,
                0,
                new JsonObject().put("categories", categories(usual)));
    }

    private static JsonArray categories(List<KnownProcedure> usual) {
        var categories = new JsonArray();
        usual.forEach(it -> categories.add(
                new JsonObject().put("article", it.article().value().toString()).put("title", it.title())));
        return categories;
    }

    private static JsonObject step(int n, Procedure.Step step, @Nullable StepTick tick) {
        var stage = step.stage();
        var json = new JsonObject().put("n", n).put("text", step.text()).put("words", step.words());
        if (stage != null) {
            json.put("stage", stage.name());
        }
        json.put("done", tick != null && tick.done());
        if (tick != null) {
            json.put("by", tick.by().wire()).put("seq", tick.seq());
        }
        return json;
    }
}
